using System;
using System.Threading;

namespace Corpus.Extra.OkUringSubmit;

public sealed unsafe class SubmitRing
{
    private const uint NeedWakeup = 1;

    private readonly uint* _head;
    private readonly uint* _tail;
    private readonly uint* _flags;
    private readonly ulong* _entries;
    private readonly uint _mask;
    private readonly Action _wakeKernel;

    public SubmitRing(byte* ring, ulong* entries, Action wakeKernel)
    {
        _head = (uint*)ring;
        _tail = (uint*)(ring + 4);
        _flags = (uint*)(ring + 8);
        _mask = *(uint*)(ring + 12);
        _entries = entries;
        _wakeKernel = wakeKernel;
    }

    private bool KernelSleeps => (Volatile.Read(ref *_flags) & NeedWakeup) != 0;

    public int Submit(ReadOnlySpan<ulong> commands)
    {
        uint tail = *_tail;
        uint space = _mask + 1 - (tail - Volatile.Read(ref *_head));
        int count = (int)Math.Min(space, (uint)commands.Length);
        for (int i = 0; i < count; i++)
        {
            _entries[tail++ & _mask] = commands[i];
        }

        Volatile.Write(ref *_tail, tail);
        Interlocked.MemoryBarrier();
        if (KernelSleeps)
        {
            _wakeKernel();
        }

        return count;
    }
}
