using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006SmallerOrNone;

public sealed class EventHub<T>
{
    private sealed class Subscription : IDisposable
    {
        private readonly EventHub<T> _hub;
        private Action<T> _handler;

        public Subscription(EventHub<T> hub, Action<T> handler)
        {
            _hub = hub;
            _handler = handler;
        }

        public void Invoke(T value) => Volatile.Read(ref _handler)?.Invoke(value);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _handler, null) != null)
            {
                _hub.Remove(this);
            }
        }
    }

    private static readonly Subscription[] s_closed = new Subscription[0];

    private Subscription[] _subscriptions = Array.Empty<Subscription>();
    private long _published;

    public bool HasSubscribers => Volatile.Read(ref _subscriptions).Length != 0;

    public long Published => Interlocked.Read(ref _published);

    public IDisposable Subscribe(Action<T> handler)
    {
        if (handler == null)
        {
            throw new ArgumentNullException(nameof(handler));
        }

        var subscription = new Subscription(this, handler);
        Subscription[] current = Volatile.Read(ref _subscriptions);
        while (true)
        {
            if (ReferenceEquals(current, s_closed))
            {
                throw new ObjectDisposedException(nameof(EventHub<T>));
            }

            var larger = new Subscription[current.Length + 1];
            Array.Copy(current, larger, current.Length);
            larger[current.Length] = subscription;
            Subscription[] seen = Interlocked.CompareExchange(ref _subscriptions, larger, current);
            if (seen == current)
            {
                return subscription;
            }

            current = seen;
        }
    }

    public int Publish(T value)
    {
        Subscription[] snapshot = Volatile.Read(ref _subscriptions);
        foreach (Subscription subscription in snapshot)
        {
            subscription.Invoke(value);
        }

        Interlocked.Increment(ref _published);
        return snapshot.Length;
    }

    public void Close()
    {
        foreach (Subscription subscription in Interlocked.Exchange(ref _subscriptions, s_closed))
        {
            subscription.Dispose();
        }
    }

    private void Remove(Subscription subscription)
    {
        Subscription[] current = _subscriptions;
        while (true)
        {
            int index = Array.IndexOf(current, subscription);
            if (index < 0)
            {
                return;
            }

            Subscription[] smaller = Array.Empty<Subscription>();
            if (current.Length > 1)
            {
                smaller = new Subscription[current.Length - 1];
                Array.Copy(current, 0, smaller, 0, index);
                Array.Copy(current, index + 1, smaller, index, smaller.Length - index);
            }

            Subscription[] seen = Interlocked.CompareExchange(ref _subscriptions, smaller, current);
            if (seen == current)
            {
                return;
            }

            current = seen;
        }
    }
}
