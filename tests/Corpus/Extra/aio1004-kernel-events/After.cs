using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1004KernelEvents.After;

[StructLayout(LayoutKind.Sequential)]
public unsafe struct AioRing
{
    public uint Id;
    public uint Count;
    public uint Head;
    public uint Tail;
    public uint Magic;
    public fixed uint Rest[3];
}

[StructLayout(LayoutKind.Sequential)]
public struct AioEvent
{
    public ulong Data;
    public ulong Control;
    public long Result;
    public long Result2;
}

public static unsafe class AioEvents
{
    public static int Poll(nint context, AioEvent* events, int max)
    {
        var ring = (AioRing*)context;
        var slots = (AioEvent*)(ring + 1);
        uint head = ring->Head;
        uint tail = Volatile.Read(ref ring->Tail);
        int n = 0;

        while (n < max && head != tail)
        {
            events[n++] = slots[head];
            if (++head == ring->Count)
            {
                head = 0;
            }
        }

        Volatile.Write(ref ring->Head, head);
        return n;
    }
}
