using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1001WorkerSlotPark.Before;

public sealed class WorkerPool
{
    private const int Running = 0;
    private const int Parked = 1;

    private struct Slot
    {
        public int State;
        public AutoResetEvent Signal;
    }

    private readonly Slot[] _slots;
    private readonly ConcurrentQueue<Action> _jobs = new();
    private int _backlog;

    public WorkerPool(int size)
    {
        _slots = new Slot[size];
        for (int i = 0; i < size; i++)
        {
            _slots[i].Signal = new AutoResetEvent(false);
        }

        for (int i = 0; i < size; i++)
        {
            int id = i;
            new Thread(() => Loop(id)) { IsBackground = true }.Start();
        }
    }

    public void Submit(Action job)
    {
        _jobs.Enqueue(job);
        Interlocked.Increment(ref _backlog);
        for (int i = 0; i < _slots.Length; i++)
        {
            if (Volatile.Read(ref _slots[i].State) == Parked)
            {
                _slots[i].Signal.Set();
                return;
            }
        }
    }

    private void Loop(int id)
    {
        ref Slot mine = ref _slots[id];
        for (;;)
        {
            while (_jobs.TryDequeue(out Action job))
            {
                Interlocked.Decrement(ref _backlog);
                job();
            }

            Volatile.Write(ref mine.State, Parked);
            if (Volatile.Read(ref _backlog) == 0)
            {
                mine.Signal.WaitOne();
            }

            Volatile.Write(ref mine.State, Running);
        }
    }
}
