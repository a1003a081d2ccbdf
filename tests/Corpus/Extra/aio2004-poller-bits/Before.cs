using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2004PollerBits.Before;

public readonly struct Completion
{
    public Completion(ulong userData, int result)
    {
        UserData = userData;
        Result = result;
    }

    public ulong UserData { get; }
    public int Result { get; }
}

public sealed class PolledRing
{
    private const int NeedWakeup = 1;
    private const int CompletionOverflow = 2;

    private readonly ConcurrentQueue<ulong> _submissions = new ConcurrentQueue<ulong>();
    private readonly object _completionLock = new object();
    private readonly Queue<Completion> _completions = new Queue<Completion>();
    private readonly Queue<Completion> _overflow = new Queue<Completion>();
    private readonly AutoResetEvent _wake = new AutoResetEvent(false);
    private readonly Func<ulong, int> _execute;
    private readonly int _capacity;
    private readonly Thread _poller;
    private int _flags;
    private volatile bool _stopped;

    public PolledRing(int capacity, Func<ulong, int> execute)
    {
        _capacity = capacity;
        _execute = execute;
        _poller = new Thread(Poll) { IsBackground = true };
        _poller.Start();
    }

    public bool HasOverflow => (Volatile.Read(ref _flags) & CompletionOverflow) != 0;

    public void Submit(ulong userData)
    {
        _submissions.Enqueue(userData);
        Interlocked.MemoryBarrier();
        if ((Volatile.Read(ref _flags) & NeedWakeup) != 0)
        {
            _wake.Set();
        }
    }

    public int Reap(Span<Completion> destination)
    {
        lock (_completionLock)
        {
            int count = 0;
            while (count < destination.Length && _completions.TryDequeue(out Completion completion))
            {
                destination[count++] = completion;
            }

            if (_overflow.Count > 0)
            {
                FlushOverflow();
            }

            return count;
        }
    }

    public void Stop()
    {
        _stopped = true;
        _wake.Set();
        _poller.Join();
    }

    private void FlushOverflow()
    {
        while (_completions.Count < _capacity && _overflow.TryDequeue(out Completion completion))
        {
            _completions.Enqueue(completion);
        }

        if (_overflow.Count == 0)
        {
            _flags = 0;
        }
    }

    private void Complete(ulong userData, int result)
    {
        lock (_completionLock)
        {
            var completion = new Completion(userData, result);
            if (_overflow.Count == 0 && _completions.Count < _capacity)
            {
                _completions.Enqueue(completion);
                return;
            }

            _overflow.Enqueue(completion);
            Interlocked.Or(ref _flags, CompletionOverflow);
        }
    }

    private void Poll()
    {
        while (!_stopped)
        {
            if (_submissions.TryDequeue(out ulong userData))
            {
                Complete(userData, _execute(userData));
                continue;
            }

            Interlocked.Or(ref _flags, NeedWakeup);
            if (_submissions.IsEmpty && !_stopped)
            {
                _wake.WaitOne();
            }

            Interlocked.And(ref _flags, ~NeedWakeup);
        }
    }
}
