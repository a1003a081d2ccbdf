using System;
using System.Threading;

namespace Corpus.Extra.Aio2007OneLess.After;

public interface ISubscriber<in TMessage>
{
    void Deliver(string subject, TMessage message);
}

public sealed class QueueGroup<TMessage>
{
    private static readonly ISubscriber<TMessage>[] s_none = Array.Empty<ISubscriber<TMessage>>();

    private readonly object _mutation = new object();
    private readonly string _subject;
    private volatile ISubscriber<TMessage>[] _subscribers = s_none;
    private int _turn;

    public QueueGroup(string subject)
    {
        _subject = subject;
    }

    public string Subject => _subject;

    public bool HasSubscribers => _subscribers.Length != 0;

    public IDisposable Subscribe(ISubscriber<TMessage> subscriber)
    {
        lock (_mutation)
        {
            ISubscriber<TMessage>[] old = _subscribers;
            var updated = new ISubscriber<TMessage>[old.Length + 1];
            old.CopyTo(updated, 0);
            updated[old.Length] = subscriber;
            _subscribers = updated;
        }

        return new Subscription(this, subscriber);
    }

    public bool PublishToOne(TMessage message)
    {
        ISubscriber<TMessage>[] subscribers = _subscribers;
        if (subscribers.Length == 0)
            return false;

        uint turn = (uint)Interlocked.Increment(ref _turn);
        int index = (int)(turn % (uint)subscribers.Length);
        subscribers[index].Deliver(_subject, message);
        return true;
    }

    public int PublishToAll(TMessage message)
    {
        ISubscriber<TMessage>[] all = _subscribers;
        foreach (ISubscriber<TMessage> subscriber in all)
            subscriber.Deliver(_subject, message);
        return all.Length;
    }

    private void Unsubscribe(ISubscriber<TMessage> subscriber)
    {
        lock (_mutation)
        {
            ISubscriber<TMessage>[] old = _subscribers;
            int at = Array.IndexOf(old, subscriber);
            if (at < 0)
                return;

            var updated = new ISubscriber<TMessage>[old.Length - 1];
            Array.Copy(old, 0, updated, 0, at);
            Array.Copy(old, at + 1, updated, at, updated.Length - at);
            _subscribers = updated;
        }
    }

    private sealed class Subscription : IDisposable
    {
        private QueueGroup<TMessage> _group;
        private readonly ISubscriber<TMessage> _subscriber;

        public Subscription(QueueGroup<TMessage> group, ISubscriber<TMessage> subscriber)
        {
            _group = group;
            _subscriber = subscriber;
        }

        public void Dispose() => Interlocked.Exchange(ref _group, null)?.Unsubscribe(_subscriber);
    }
}
