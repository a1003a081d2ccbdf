using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Static members: each execution has its own, initialized at the first use.</summary>
public static class Statics
{
    public static T Of<T>()
        where T : class, IStatics, new() =>
        (Execution.Ambient ?? throw new System.InvalidOperationException("Static members of a rewritten program exist only while an execution runs."))
            .StaticsOf(static () => new T(), static statics => statics.Initialize());
}
