namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>What a blocked thread waits for.</summary>
internal interface IWaitCondition
{
    /// <summary>Whether the thread could go on now.</summary>
    public bool IsMetFor(SimulatedThread thread);

    /// <summary>What it is, for the report of a deadlock.</summary>
    public string Describe();
}
