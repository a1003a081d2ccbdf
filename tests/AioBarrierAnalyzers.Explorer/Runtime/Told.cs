using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>What synchronization tells the report, and what it asks for.</summary>
internal static class Told
{
    public static void Do(SimulatedThread thread, int site, string what) =>
        thread.Execution.Trace?.Add(thread, thread.Execution.Sites[site], $"{thread.Execution.Sites[site].Text}: {what}");

    /// <summary>The running thread, for what makes no sense while a scenario is set up or checked.</summary>
    public static SimulatedThread Required(int site) => SimulatedThread.Running
        ?? throw new UnsupportedConstructException("waiting while a scenario is set up or checked", Execution.Ambient!.Sites[site]);
}
