using System.Runtime.InteropServices;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Unmanaged memory. It is freed when the execution is over: an address is not used twice in one.</summary>
public static unsafe class SimulatedNativeMemory
{
    public static void* Alloc(int site, nuint bytes) => Keep(NativeMemory.AllocZeroed(bytes));

    public static void* Alloc(int site, nuint count, nuint size) => Keep(NativeMemory.AllocZeroed(count, size));

    public static void* AllocZeroed(int site, nuint bytes) => Keep(NativeMemory.AllocZeroed(bytes));

    public static void* AllocZeroed(int site, nuint count, nuint size) => Keep(NativeMemory.AllocZeroed(count, size));

    /// <summary>Cleared too, for an execution must not depend on what was there.</summary>
    public static void* AlignedAlloc(int site, nuint bytes, nuint alignment)
    {
        var start = (nuint)Keep(NativeMemory.AllocZeroed(bytes + alignment));
        return (void*)((start + alignment - 1) / alignment * alignment);
    }

    public static nint AllocHGlobal(int site, int bytes) => (nint)Alloc(site, (nuint)bytes);

    public static nint AllocHGlobal(int site, nint bytes) => (nint)Alloc(site, (nuint)bytes);

    public static void Free(int site, void* memory)
    {
    }

    public static void AlignedFree(int site, void* memory)
    {
    }

    public static void FreeHGlobal(int site, nint memory)
    {
    }

    private static void* Keep(void* memory)
    {
        Execution.Ambient?.Unmanaged.Add((nint)memory);
        return memory;
    }
}
