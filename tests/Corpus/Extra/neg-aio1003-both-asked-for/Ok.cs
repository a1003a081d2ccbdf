using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003BothAskedFor;

public sealed class Worker
{
    private int _done;

    public int Done => Volatile.Read(ref _done);

    public void Run() => Interlocked.Increment(ref _done);
}

public sealed class WorkerPair
{
    private readonly object _init = new object();
    private volatile Worker _fast;
    private Worker _slow;

    public void Post(bool isUrgent)
    {
        EnsureInitialized();
        Worker worker = isUrgent ? _fast : _slow;
        worker.Run();

        void EnsureInitialized()
        {
            if (_fast is not null && _slow is not null)
            {
                return;
            }

            lock (_init)
            {
                if (_fast is not null && _slow is not null)
                {
                    return;
                }

                _fast = new Worker();
                _slow = new Worker();
            }
        }
    }
}
