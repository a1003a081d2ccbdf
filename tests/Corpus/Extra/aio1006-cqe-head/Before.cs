using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1006CqeHead.Before;

[StructLayout(LayoutKind.Sequential)]
internal struct CompletionEntry
{
    public ulong UserData;
    public int Result;
    public uint Flags;
}

public readonly unsafe struct CompletionReader
{
    private readonly uint* _head;
    private readonly uint* _tail;
    private readonly uint _mask;
    private readonly CompletionEntry* _entries;

    public CompletionReader(void* ring, uint mask)
    {
        _head = (uint*)ring;
        _tail = (uint*)ring + 1;
        _mask = mask;
        _entries = (CompletionEntry*)((byte*)ring + 64);
    }

    public int ForEach<TState>(TState state, Action<TState, ulong, int> complete)
    {
        uint head = *_head;
        uint tail = Volatile.Read(ref *_tail);
        int count = 0;
        while (head != tail)
        {
            CompletionEntry entry = _entries[head++ & _mask];
            *_head = head;
            complete(state, entry.UserData, entry.Result);
            count++;
        }

        return count;
    }
}
