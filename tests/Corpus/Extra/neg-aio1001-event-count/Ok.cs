using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1001EventCount;

internal sealed class EventCount
{
    private readonly object _gate = new object();
    private int _waiters;

    public void Signal()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiters) == 0)
            return;

        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    public void WaitUntil<TState>(Func<TState, bool> ready, TState state)
    {
        if (ready(state))
            return;

        lock (_gate)
        {
            Interlocked.Increment(ref _waiters);
            try
            {
                while (!ready(state))
                    Monitor.Wait(_gate);
            }
            finally
            {
                Interlocked.Decrement(ref _waiters);
            }
        }
    }
}

public sealed class PipelineStage<TIn, TOut>
{
    private readonly ConcurrentQueue<TIn> _input = new ConcurrentQueue<TIn>();
    private readonly EventCount _arrived = new EventCount();
    private readonly Func<TIn, TOut> _transform;
    private readonly Action<TOut> _emit;
    private readonly Thread[] _threads;
    private volatile bool _completed;

    public PipelineStage(Func<TIn, TOut> transform, Action<TOut> emit, int threads)
    {
        _transform = transform;
        _emit = emit;
        _threads = new Thread[threads];
        for (int i = 0; i < threads; i++)
            _threads[i] = new Thread(Run) { IsBackground = true };
    }

    public int Pending => _input.Count;

    public void Start()
    {
        foreach (Thread thread in _threads)
            thread.Start();
    }

    public void Post(TIn item)
    {
        _input.Enqueue(item);
        _arrived.Signal();
    }

    public void CompleteAndJoin()
    {
        _completed = true;
        _arrived.Signal();
        foreach (Thread thread in _threads)
            thread.Join();
    }

    private void Run()
    {
        while (true)
        {
            bool completed = _completed;
            while (_input.TryDequeue(out TIn item))
                _emit(_transform(item));

            if (completed)
                return;

            _arrived.WaitUntil(static stage => stage._completed || !stage._input.IsEmpty, this);
        }
    }
}
