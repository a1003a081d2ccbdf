using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.OkCompletionCachedValue;

[StructLayout(LayoutKind.Sequential)]
public struct CqEntry
{
    public ulong UserData;
    public int Result;
    public uint Flags;
}

public sealed unsafe class CachedCompletions
{
    private readonly uint* _khead;
    private readonly uint* _ktail;
    private readonly CqEntry* _entries;
    private readonly uint _mask;
    private uint _head;
    private uint _tail;

    public CachedCompletions(uint* khead, uint* ktail, CqEntry* entries, uint mask)
    {
        _khead = khead;
        _ktail = ktail;
        _entries = entries;
        _mask = mask;
        _head = _tail = *khead;
    }

    public bool TryNext(out ulong userData, out int result)
    {
        if (_head == _tail && !Refresh())
        {
            userData = 0;
            result = 0;
            return false;
        }

        ref CqEntry entry = ref _entries[_head & _mask];
        userData = entry.UserData;
        result = entry.Result;
        _head++;
        return true;
    }

    public void Commit() => Volatile.Write(ref *_khead, _head);

    public int Drain(Action<ulong, int> handle)
    {
        int count = 0;
        while (TryNext(out ulong userData, out int result))
        {
            handle(userData, result);
            count++;
        }

        if (count > 0)
        {
            Commit();
        }

        return count;
    }

    private bool Refresh()
    {
        _tail = Volatile.Read(ref *_ktail);
        return _head != _tail;
    }
}
