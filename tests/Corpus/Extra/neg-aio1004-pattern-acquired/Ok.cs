using System.Threading;

namespace Corpus.Extra.NegAio1004PatternAcquired;

public sealed class Job
{
    public Job(string name, int weight)
    {
        Name = name;
        Weight = weight;
    }

    public string Name { get; }

    public int Weight { get; }

    public int State;
    public long Result;
}

public sealed class JobBoard
{
    private const int Done = 2;
    private readonly Job[] _jobs;

    public JobBoard(Job[] jobs) => _jobs = jobs;

    public void Start()
    {
        new Thread(Work) { IsBackground = true }.Start();
    }

    public long Sum()
    {
        long sum = 0;
        foreach (Job job in _jobs)
        {
            if (job is { Weight: > 0, Name: not null } && Volatile.Read(ref job.State) == Done && job is { Result: var result })
            {
                sum += result;
            }
        }

        return sum;
    }

    private void Work()
    {
        foreach (Job job in _jobs)
        {
            job.Result = job.Name.Length * job.Weight;
            Volatile.Write(ref job.State, Done);
        }
    }
}
