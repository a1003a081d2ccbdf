using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>
/// The unmanaged memory of one execution. What the program frees is kept until the end, so that an address is not used twice, and a late use is seen.
/// </summary>
internal sealed unsafe class UnmanagedMemory
{
    private readonly List<Block> _blocks = [];
    private int _freed;

    /// <summary>Allocates zeroes, for an execution must not depend on what was there.</summary>
    public nint Allocate(nuint bytes, nuint alignment)
    {
        var memory = (nint)NativeMemory.AllocZeroed(bytes + alignment);
        var start = (nint)(((nuint)memory + alignment - 1) / alignment * alignment);
        _blocks.Add(new Block(memory, start, start + (nint)bytes));
        return start;
    }

    /// <returns>Whether the memory was there, and not freed before.</returns>
    public bool TryFree(nint start)
    {
        var block = _blocks.FindIndex(b => b.Start == start && !b.IsFreed);
        if (block < 0) return start == 0;

        _blocks[block] = _blocks[block] with { IsFreed = true };
        _freed++;
        return true;
    }

    public bool IsFreed(nint address)
    {
        if (_freed == 0) return false;

        foreach (var block in _blocks)
        {
            if (block.IsFreed && address >= block.Start && address < block.End) return true;
        }

        return false;
    }

    /// <summary>At the end of the execution.</summary>
    public void Release()
    {
        foreach (var block in _blocks)
        {
            NativeMemory.Free((void*)block.Memory);
        }

        _blocks.Clear();
    }

    private readonly record struct Block(nint Memory, nint Start, nint End)
    {
        public bool IsFreed { get; init; }
    }
}
