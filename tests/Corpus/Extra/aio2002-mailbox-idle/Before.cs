using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio2002MailboxIdle.Before;

public abstract class Mailbox<TMessage> : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<TMessage> _user = new();
    private readonly ConcurrentQueue<Action> _system = new();
    private int _scheduled;

    public int Backlog => _user.Count;

    public void Post(TMessage message)
    {
        _user.Enqueue(message);
        Schedule();
    }

    public void PostSystem(Action signal)
    {
        _system.Enqueue(signal);
        Schedule();
    }

    protected abstract void Receive(TMessage message);

    protected virtual void OnFault(Exception fault)
    {
    }

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            Drain();
        }
        catch (Exception e)
        {
            OnFault(e);
        }
        finally
        {
            Interlocked.Exchange(ref _scheduled, 0);
        }
    }

    private void Schedule()
    {
        if (Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void Drain()
    {
        while (true)
        {
            if (_system.TryDequeue(out Action signal))
            {
                signal();
            }
            else if (_user.TryDequeue(out TMessage message))
            {
                Receive(message);
            }
            else
            {
                return;
            }
        }
    }
}
