using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Corpus.Extra.OkSharedMemoryQueue;

public sealed unsafe class SharedQueueEnd
{
    private const int Free = 0;
    private const int Ready = 1;
    private const int HeaderSize = 16;

    private readonly byte* _base;
    private readonly int _slotSize;
    private readonly int _slots;
    private int _next;

    public SharedQueueEnd(byte* mapped, int slotSize, int slots)
    {
        _base = mapped;
        _slotSize = slotSize;
        _slots = slots;
    }

    public bool TrySend(ReadOnlySpan<byte> body, long stamp)
    {
        long offset = Offset(_next);
        if (body.Length > _slotSize - HeaderSize || Volatile.Read(ref State(offset)) != Free)
        {
            return false;
        }

        body.CopyTo(new Span<byte>(_base + offset + HeaderSize, body.Length));
        Write(body.Length, offset + 4);
        Write(stamp, offset + 8);
        Volatile.Write(ref State(offset), Ready);
        _next = (_next + 1) % _slots;
        return true;
    }

    public int TryReceive(Span<byte> into, out long stamp)
    {
        long offset = Offset(_next);
        if (Volatile.Read(ref State(offset)) != Ready)
        {
            stamp = 0;
            return -1;
        }

        int length = Math.Min(Read<int>(offset + 4), into.Length);
        stamp = Read<long>(offset + 8);
        new ReadOnlySpan<byte>(_base + offset + HeaderSize, length).CopyTo(into);
        Volatile.Write(ref State(offset), Free);
        _next = (_next + 1) % _slots;
        return length;
    }

    private long Offset(int slot) => (long)slot * _slotSize;

    private ref int State(long offset) => ref Unsafe.AsRef<int>(_base + offset);

    private void Write<T>(T value, long offset) => Unsafe.WriteUnaligned(_base + offset, value);

    private T Read<T>(long offset) => Unsafe.ReadUnaligned<T>(_base + offset);
}
