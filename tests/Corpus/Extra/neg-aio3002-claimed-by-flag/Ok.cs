using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3002ClaimedByFlag;

/// <summary>A job is found, claimed by an atomic exchange, and taken out of the table later: the table is for looking up, the flag says whose the job is.</summary>
public sealed class JobTable
{
    private sealed class Job
    {
        public Action<string> Done;
        public int IsOver;
        public string Outcome;
    }

    private readonly object _sync = new object();
    private readonly Dictionary<int, Job> _jobs = new Dictionary<int, Job>();

    public void Add(int id, Action<string> done)
    {
        lock (_sync)
        {
            _jobs.Add(id, new Job { Done = done });
        }
    }

    public bool Finish(int id, string outcome)
    {
        Job job;
        lock (_sync)
        {
            if (!_jobs.TryGetValue(id, out job))
            {
                return false;
            }
        }

        End(job, outcome);
        lock (_sync)
        {
            _jobs.Remove(id);
        }

        return true;
    }

    public void Expire(int id)
    {
        Job job;
        lock (_sync)
        {
            if (!_jobs.Remove(id, out job))
            {
                return;
            }
        }

        End(job, null);
    }

    private static void End(Job job, string outcome)
    {
        if (Interlocked.Exchange(ref job.IsOver, 1) == 0)
        {
            job.Outcome = outcome;
            job.Done(outcome);
        }
    }
}
