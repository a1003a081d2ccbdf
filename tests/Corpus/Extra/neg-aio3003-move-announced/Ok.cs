using System.Collections.Generic;

namespace Corpus.Extra.NegAio3003MoveAnnounced;

public sealed class Job
{
    public Job(int id) => Id = id;

    public int Id { get; }
}

public sealed class JobTable
{
    private readonly object _sync = new object();
    private readonly Queue<Job> _ready = new Queue<Job>();
    private readonly Dictionary<int, Job> _running = new Dictionary<int, Job>();
    private int _moving;

    public void Add(Job job)
    {
        lock (_sync)
        {
            _ready.Enqueue(job);
        }
    }

    public Job Take()
    {
        Job job;
        lock (_sync)
        {
            if (!_ready.TryDequeue(out job))
            {
                return null;
            }

            _moving++;
        }

        lock (_sync)
        {
            _running.Add(job.Id, job);
            _moving--;
        }

        return job;
    }

    public void Complete(int id)
    {
        lock (_sync)
        {
            _running.Remove(id);
        }
    }

    public bool IsIdle()
    {
        lock (_sync)
        {
            return _moving == 0 && _ready.Count == 0 && _running.Count == 0;
        }
    }
}
