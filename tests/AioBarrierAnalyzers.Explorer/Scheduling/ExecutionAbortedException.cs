using System;

namespace AioBarrierAnalyzers.Explorer.Scheduling;

/// <summary>Unwinds a simulated thread whose execution is over. Rewritten catch clauses let it pass.</summary>
internal sealed class ExecutionAbortedException : Exception
{
    public ExecutionAbortedException()
        : base("The simulated execution is over.")
    {
    }
}
