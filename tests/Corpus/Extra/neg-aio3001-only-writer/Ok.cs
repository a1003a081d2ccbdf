using System.Collections.Generic;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001OnlyWriter;

/// <summary>One loop alone stores the current job; the lock is there for what is reported together with it.</summary>
public sealed class Turns
{
    private readonly object _lock = new object();
    private readonly Queue<Task> _jobs = new Queue<Task>();
    private Task _current;

    public void Add(Task job)
    {
        lock (_lock)
        {
            _jobs.Enqueue(job);
        }
    }

    public string Report()
    {
        lock (_lock)
        {
            return _jobs.Count + " waiting, " + (_current == null ? "idle" : _current.Status.ToString());
        }
    }

    public void RunAll()
    {
        while (true)
        {
            Task job;
            lock (_lock)
            {
                if (_jobs.Count == 0)
                {
                    return;
                }

                job = _jobs.Dequeue();
                _current = job;
            }

            job.RunSynchronously();
            _current = null;
        }
    }
}
