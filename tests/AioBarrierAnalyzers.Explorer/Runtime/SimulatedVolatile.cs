using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.Volatile. The two barriers order loads before, and stores behind, as their documentation has it.</summary>
public static class SimulatedVolatile
{
    public static T Read<T>(int site, object? owner, ref readonly T location) => SharedMemory.LoadVolatile(site, owner, in location);

    public static void Write<T>(int site, object? owner, ref T location, T value) => SharedMemory.StoreVolatile(site, owner, ref location, value);

    public static void ReadBarrier(int site)
    {
        if (SimulatedThread.Running is not { } thread) return;

        SimulatedMemory.AcquireFence(thread);
        thread.Execution.Trace?.Add(thread, thread.Execution.Sites[site], "read barrier");
    }

    public static void WriteBarrier(int site)
    {
        if (SimulatedThread.Running is not { } thread) return;

        SimulatedMemory.ReleaseFence(thread);
        thread.Execution.Trace?.Add(thread, thread.Execution.Sites[site], "write barrier");
    }
}
