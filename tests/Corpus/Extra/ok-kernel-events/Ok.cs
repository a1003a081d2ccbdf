using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkKernelEvents;

[StructLayout(LayoutKind.Sequential)]
public struct RingHead
{
    public uint Id;
    public uint Count;
    public uint Head;
    public uint Tail;
    public uint Magic;
    public uint Compat;
    public uint Incompat;
    public uint HeaderLength;
}

[StructLayout(LayoutKind.Sequential)]
public struct Completion
{
    public ulong Data;
    public ulong Control;
    public long Result;
    public long Result2;
}

public sealed unsafe class RingReader
{
    private readonly RingHead* _ring;
    private readonly Completion* _slots;

    public RingReader(nint context)
    {
        _ring = (RingHead*)context;
        _slots = (Completion*)((byte*)context + _ring->HeaderLength);
    }

    public bool IsUsable => _ring->Magic == 0xa10a10a1 && _ring->Incompat == 0;

    public int Read(Completion* into, int max)
    {
        uint head = _ring->Head;
        uint tail = Volatile.Read(ref _ring->Tail);
        int n = 0;
        while (n < max && head != tail)
        {
            into[n++] = _slots[head];
            head = head + 1 == _ring->Count ? 0 : head + 1;
        }

        Volatile.Write(ref _ring->Head, head);
        return n;
    }
}
