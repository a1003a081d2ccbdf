using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2002SuspendedMailbox;

public interface IMessageInvoker
{
    void InvokeSystem(object message);
    void InvokeUser(object message);
    void Escalate(Exception cause, object message);
}

public sealed class Mailbox : IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int Scheduled = 1;

    private readonly ConcurrentQueue<object> _system = new ConcurrentQueue<object>();
    private readonly ConcurrentQueue<object> _user = new ConcurrentQueue<object>();
    private readonly IMessageInvoker _invoker;
    private readonly int _throughput;
    private int _status = Idle;
    private bool _suspended;

    public Mailbox(IMessageInvoker invoker, int throughput)
    {
        _invoker = invoker;
        _throughput = throughput;
    }

    public void PostUser(object message)
    {
        _user.Enqueue(message);
        Interlocked.MemoryBarrier();
        Schedule();
    }

    public void PostSystem(object message)
    {
        _system.Enqueue(message);
        Interlocked.MemoryBarrier();
        Schedule();
    }

    private void Schedule()
    {
        if (Volatile.Read(ref _status) == Idle
            && Interlocked.CompareExchange(ref _status, Scheduled, Idle) == Idle)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        ProcessBatch();
        bool suspended = _suspended;
        Interlocked.Exchange(ref _status, Idle);
        if (!_system.IsEmpty || (!suspended && !_user.IsEmpty))
        {
            Schedule();
        }
    }

    private void ProcessBatch()
    {
        object message = null;
        try
        {
            for (int i = 0; i < _throughput; i++)
            {
                if (_system.TryDequeue(out message))
                {
                    switch (message)
                    {
                        case SuspendMailbox:
                            _suspended = true;
                            break;
                        case ResumeMailbox:
                            _suspended = false;
                            break;
                        default:
                            _invoker.InvokeSystem(message);
                            break;
                    }

                    continue;
                }

                if (_suspended || !_user.TryDequeue(out message))
                {
                    break;
                }

                _invoker.InvokeUser(message);
            }
        }
        catch (Exception ex)
        {
            _suspended = true;
            _invoker.Escalate(ex, message);
        }
    }
}

public sealed class SuspendMailbox
{
    public static readonly SuspendMailbox Instance = new SuspendMailbox();
}

public sealed class ResumeMailbox
{
    public static readonly ResumeMailbox Instance = new ResumeMailbox();
}
