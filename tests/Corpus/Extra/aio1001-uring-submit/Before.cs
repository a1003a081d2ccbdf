using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1001UringSubmit.Before;

[StructLayout(LayoutKind.Sequential)]
public struct SubmissionEntry
{
    public byte OpCode;
    public byte Flags;
    public ushort Priority;
    public int FileDescriptor;
    public ulong Offset;
    public ulong Address;
    public uint Length;
    public uint OpFlags;
    public ulong UserData;
}

public sealed unsafe class SubmissionQueue
{
    private const uint NeedWakeup = 1;

    private readonly uint* _head;
    private readonly uint* _tail;
    private readonly uint* _flags;
    private readonly uint* _array;
    private readonly SubmissionEntry* _entries;
    private readonly uint _mask;
    private readonly Func<uint, uint, int> _enter;

    public SubmissionQueue(byte* ring, SubmissionEntry* entries, uint mask, Func<uint, uint, int> enter)
    {
        _head = (uint*)ring;
        _tail = (uint*)(ring + 64);
        _flags = (uint*)(ring + 128);
        _array = (uint*)(ring + 192);
        _entries = entries;
        _mask = mask;
        _enter = enter;
    }

    public bool TrySubmit(in SubmissionEntry entry)
    {
        uint tail = *_tail;
        if (tail - Volatile.Read(ref *_head) > _mask)
        {
            return false;
        }

        uint index = tail & _mask;
        _entries[index] = entry;
        _array[index] = index;
        Volatile.Write(ref *_tail, tail + 1);
        if ((Volatile.Read(ref *_flags) & NeedWakeup) != 0)
        {
            _enter(0, 2);
        }

        return true;
    }
}
