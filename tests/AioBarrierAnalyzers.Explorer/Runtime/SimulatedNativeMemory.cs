using System.Runtime.InteropServices;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Unmanaged memory. To use it, or free it, when it was freed is a failure.</summary>
public static unsafe class SimulatedNativeMemory
{
    private const nuint UsualAlignment = 16;

    public static void* Alloc(int site, nuint bytes) => Allocate(bytes, UsualAlignment);

    public static void* Alloc(int site, nuint count, nuint size) => Allocate(count * size, UsualAlignment);

    public static void* AllocZeroed(int site, nuint bytes) => Allocate(bytes, UsualAlignment);

    public static void* AllocZeroed(int site, nuint count, nuint size) => Allocate(count * size, UsualAlignment);

    public static void* AlignedAlloc(int site, nuint bytes, nuint alignment) => Allocate(bytes, alignment);

    public static nint AllocHGlobal(int site, int bytes) => (nint)Alloc(site, (nuint)bytes);

    public static nint AllocHGlobal(int site, nint bytes) => (nint)Alloc(site, (nuint)bytes);

    public static void Free(int site, void* memory) => Free(site, (nint)memory);

    public static void AlignedFree(int site, void* memory) => Free(site, (nint)memory);

    public static void FreeHGlobal(int site, nint memory) => Free(site, memory);

    private static void* Allocate(nuint bytes, nuint alignment) => Execution.Ambient is { } execution
        ? (void*)execution.Unmanaged.Allocate(bytes, alignment)
        : NativeMemory.AllocZeroed(bytes);

    private static void Free(int site, nint memory)
    {
        if (SimulatedThread.Running is not { } thread) return;

        var execution = thread.Execution;
        execution.Point(thread);
        execution.Memory.NoteChange();
        execution.Trace?.Add(thread, execution.Sites[site], "frees");
        if (!execution.Unmanaged.TryFree(memory))
        {
            execution.Fail(FailureKind.FreedMemory, $"Line {execution.Sites[site].Line} frees memory that is free already.");
        }
    }
}
