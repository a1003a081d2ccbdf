using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio3007QueuedJob.Before;

public sealed class Job
{
    public DateTime Deadline;
    public byte[] Payload;
}

public sealed class JobPump
{
    private readonly ConcurrentQueue<Job> _jobs = new ConcurrentQueue<Job>();
    private readonly SemaphoreSlim _ready = new SemaphoreSlim(0);
    private long _bytes;

    public void Start()
    {
        var thread = new Thread(Work) { IsBackground = true };
        thread.Start();
    }

    public void Submit(byte[] payload, TimeSpan within)
    {
        var job = new Job();
        _jobs.Enqueue(job);
        _ready.Release();
        job.Payload = payload;
        job.Deadline = DateTime.UtcNow + within;
    }

    private void Work()
    {
        while (true)
        {
            _ready.Wait();
            if (_jobs.TryDequeue(out Job job) && job.Deadline > DateTime.UtcNow)
            {
                Interlocked.Add(ref _bytes, job.Payload.Length);
            }
        }
    }
}
