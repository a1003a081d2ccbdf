using System;
using AioBarrierAnalyzers.Explorer.Memory;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>A thread of the program under test. Only one runs at a time.</summary>
internal sealed class SimulatedThread : IWaitCondition
{
    [ThreadStatic]
    private static SimulatedThread? t_running;

    public SimulatedThread(Execution execution, int id, string name, Action body)
    {
        Execution = execution;
        Id = id;
        Name = name;
        Body = body;
        Memory = new ThreadMemory(id);
    }

    /// <summary>The one that runs on this thread of the process; null outside of one, and while a scenario is set up or checked.</summary>
    public static SimulatedThread? Running
    {
        get => t_running;
        set => t_running = value;
    }

    public Execution Execution { get; }

    public int Id { get; }

    public string Name { get; }

    public Action Body { get; }

    public ThreadMemory Memory { get; }

    /// <summary>What it runs on; null until it has begun.</summary>
    public Worker? Worker { get; set; }

    public bool IsFinished { get; set; }

    /// <summary>What it waits for; null when it can run.</summary>
    public IWaitCondition? Waiting { get; set; }

    /// <summary>Whether the wait ends by itself, in simulated milliseconds; 0 when it does not.</summary>
    public long Timeout { get; set; }

    public bool IsTimedOut { get; set; }

    /// <summary>It has said that others should run first, and nothing has changed since.</summary>
    public long YieldedAt { get; set; } = -1;

    /// <summary>Whether initializers of static members run, which nobody sees the inside of.</summary>
    public int Uninterrupted { get; set; }

    // What the last iterations of a loop looked at: see Execution.LoopBack.
    public long LoopLoads { get; set; }

    public long LoopChanges { get; set; }

    public int LoopRepeats { get; set; }

    public bool CanRun => !IsFinished && (Waiting is null || Waiting.IsMetFor(this));

    /// <summary>Waiting for this thread is waiting for its end.</summary>
    bool IWaitCondition.IsMetFor(SimulatedThread thread) => IsFinished;

    string IWaitCondition.Describe() => $"the end of {Name}";
}
