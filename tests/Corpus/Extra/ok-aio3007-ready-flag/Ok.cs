using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007ReadyFlag;

public sealed class Job
{
    public int Input;
    public int Output;
    public volatile bool Done;
}

public sealed class JobBoard
{
    private readonly ConcurrentQueue<Job> _jobs = new ConcurrentQueue<Job>();

    public Job Post(int input, Func<int, int> work)
    {
        var job = new Job { Input = input };
        _jobs.Enqueue(job);
        job.Output = work(input);
        job.Done = true;
        return job;
    }

    public int CountDone()
    {
        int sum = 0;
        foreach (Job job in _jobs)
        {
            if (job.Done)
            {
                sum += job.Output;
            }
        }

        return sum;
    }
}
