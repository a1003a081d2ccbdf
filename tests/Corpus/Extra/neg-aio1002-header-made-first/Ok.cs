using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.NegAio1002HeaderMadeFirst;

/// <summary>Slots in memory that other processes map as well.</summary>
public sealed unsafe class SharedSlots
{
    private readonly byte* _memory;

    private SharedSlots(byte* memory) => _memory = memory;

    private Header* Shared => (Header*)_memory;

    public static SharedSlots Create(IntPtr mapping, int capacity)
    {
        var header = new Header { Version = 2, Capacity = capacity, Used = 1 };
        var memory = (byte*)mapping;
        Write(header, memory);
        return new SharedSlots(memory);
    }

    public int Take()
    {
        int slot = Interlocked.Increment(ref Shared->Used) - 1;
        if (slot >= Shared->Capacity)
        {
            throw new InvalidOperationException("All slots are taken.");
        }

        return slot;
    }

    private static void Write(Header header, byte* memory) => *(Header*)memory = header;

    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        public int Version;
        public int Capacity;
        public int Used;
    }
}
