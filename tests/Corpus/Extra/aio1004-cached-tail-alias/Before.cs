using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1004CachedTailAlias.Before;

[StructLayout(LayoutKind.Sequential)]
public struct Cqe
{
    public ulong UserData;
    public int Result;
    public uint Flags;
}

public sealed unsafe class CompletionRing
{
    private readonly uint* _head;
    private readonly uint* _tail;
    private readonly uint* _cachedTail;
    private readonly Cqe* _entries;
    private readonly uint _mask;

    public CompletionRing(byte* ring, uint headOffset, uint tailOffset, uint maskOffset, uint entriesOffset)
    {
        _head = (uint*)(ring + headOffset);
        _tail = (uint*)(ring + tailOffset);
        _cachedTail = _tail;
        _mask = *(uint*)(ring + maskOffset);
        _entries = (Cqe*)(ring + entriesOffset);
    }

    public uint Ready => Volatile.Read(ref *_tail) - *_head;

    public bool TryPeek(out ulong userData, out int result)
    {
        uint head = *_head;
        if (head == *_cachedTail)
        {
            userData = 0;
            result = 0;
            return false;
        }

        Cqe* entry = _entries + (head & _mask);
        userData = entry->UserData;
        result = entry->Result;
        return true;
    }

    public void Advance(uint count)
    {
        Volatile.Write(ref *_head, *_head + count);
    }
}
