using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3003TakenThenEntered.After;

public sealed class RetryJob
{
    public RetryJob(Guid id, ReadOnlyMemory<byte> body)
    {
        Id = id;
        Body = body;
    }

    public Guid Id { get; }
    public ReadOnlyMemory<byte> Body { get; }
    public int Attempts { get; internal set; }
}

public class RetryQueue
{
    readonly object _lock = new object();
    readonly Queue<RetryJob> _ready = new Queue<RetryJob>();
    readonly Dictionary<Guid, RetryJob> _inFlight = new Dictionary<Guid, RetryJob>();
    readonly List<RetryJob> _dead = new List<RetryJob>();
    readonly int _maxAttempts;
    TaskCompletionSource _drained;

    public RetryQueue(int maxAttempts)
    {
        _maxAttempts = maxAttempts;
    }

    public bool Enqueue(RetryJob job)
    {
        lock (_lock)
        {
            if (_drained != null)
                return false;
            _ready.Enqueue(job);
            return true;
        }
    }

    public RetryJob TryTake()
    {
        RetryJob job;
        lock (_lock)
        {
            if (!_ready.TryDequeue(out job))
                return null;
            job.Attempts++;
            _inFlight.Add(job.Id, job);
        }

        return job;
    }

    public void Complete(Guid id)
    {
        lock (_lock)
        {
            if (_inFlight.Remove(id))
                SignalIfDrained();
        }
    }

    public void Fail(Guid id)
    {
        lock (_lock)
        {
            if (!_inFlight.Remove(id, out RetryJob job))
                return;
            if (job.Attempts >= _maxAttempts)
                _dead.Add(job);
            else
                _ready.Enqueue(job);
            SignalIfDrained();
        }
    }

    public Task DrainAsync()
    {
        lock (_lock)
        {
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            SignalIfDrained();
            return _drained.Task;
        }
    }

    public RetryJob[] DeadLetters()
    {
        lock (_lock)
            return _dead.ToArray();
    }

    void SignalIfDrained()
    {
        if (_drained != null && _ready.Count == 0 && _inFlight.Count == 0)
            _drained.TrySetResult();
    }
}
