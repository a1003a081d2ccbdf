using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3001DeferredQuery.After;

public sealed class Subscription
{
    private readonly Action<string, ReadOnlyMemory<byte>> _deliver;

    public Subscription(string clientId, string filter, int qos, Action<string, ReadOnlyMemory<byte>> deliver)
    {
        ClientId = clientId;
        Filter = filter;
        Qos = qos;
        _deliver = deliver ?? throw new ArgumentNullException(nameof(deliver));
    }

    public string ClientId { get; }

    public string Filter { get; }

    public int Qos { get; }

    public bool Accepts(string topic)
    {
        if (Filter.EndsWith('#'))
        {
            return topic.AsSpan().StartsWith(Filter.AsSpan(0, Filter.Length - 1), StringComparison.Ordinal);
        }

        return string.Equals(Filter, topic, StringComparison.Ordinal);
    }

    public void Deliver(string topic, ReadOnlyMemory<byte> payload) => _deliver(topic, payload);
}

public sealed class SubscriptionTable
{
    private readonly object _tableLock = new object();
    private readonly List<Subscription> _subscriptions = new List<Subscription>();
    private int _version;

    public int Version
    {
        get
        {
            lock (_tableLock)
            {
                return _version;
            }
        }
    }

    public void Subscribe(Subscription subscription)
    {
        lock (_tableLock)
        {
            int existing = _subscriptions.FindIndex(
                s => s.ClientId == subscription.ClientId && s.Filter == subscription.Filter);
            if (existing >= 0)
            {
                _subscriptions[existing] = subscription;
            }
            else
            {
                _subscriptions.Add(subscription);
            }

            _version++;
        }
    }

    public int UnsubscribeAll(string clientId)
    {
        lock (_tableLock)
        {
            int removed = _subscriptions.RemoveAll(s => s.ClientId == clientId);
            if (removed > 0)
            {
                _version++;
            }

            return removed;
        }
    }

    public IEnumerable<Subscription> Match(string topic, int minimumQos)
    {
        lock (_tableLock)
        {
            return _subscriptions
                .Where(s => s.Qos >= minimumQos && s.Accepts(topic))
                .ToArray();
        }
    }

    public int Publish(string topic, ReadOnlyMemory<byte> payload, int qos)
    {
        int delivered = 0;
        foreach (Subscription subscription in Match(topic, qos))
        {
            subscription.Deliver(topic, payload);
            delivered++;
        }

        return delivered;
    }
}
