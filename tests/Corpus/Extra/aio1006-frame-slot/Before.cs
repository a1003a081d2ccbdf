using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio1006FrameSlot.Before;

public sealed class FrameExchange
{
    private const int Free = 0;
    private const int Ready = 1;

    private sealed class Slot
    {
        public int State;
        public int Length;
        public long Sequence;
        public readonly byte[] Data;

        public Slot(int size) => Data = new byte[size];
    }

    private readonly Slot[] _slots;
    private readonly int _frameSize;
    private int _writeCursor;
    private long _nextSequence;
    private int _readCursor;
    private long _skipped;

    public FrameExchange(int slots, int frameSize)
    {
        _frameSize = frameSize;
        _slots = new Slot[slots];
        for (int i = 0; i < slots; i++)
        {
            _slots[i] = new Slot(frameSize);
        }
    }

    public long Skipped => Volatile.Read(ref _skipped);

    public bool TryPublish(ReadOnlySpan<byte> frame)
    {
        if (frame.Length > _frameSize)
        {
            throw new ArgumentException("Frame is too large.", nameof(frame));
        }

        Slot slot = _slots[_writeCursor];
        if (Volatile.Read(ref slot.State) != Free)
        {
            return false;
        }

        frame.CopyTo(slot.Data);
        slot.Length = frame.Length;
        slot.Sequence = _nextSequence++;
        Volatile.Write(ref slot.State, Ready);
        _writeCursor = Next(_writeCursor);
        return true;
    }

    public bool TryReceive(IBufferWriter<byte> destination, out long sequence)
    {
        Slot slot = _slots[_readCursor];
        if (Volatile.Read(ref slot.State) != Ready)
        {
            sequence = -1;
            return false;
        }

        destination.Write(slot.Data.AsSpan(0, slot.Length));
        sequence = slot.Sequence;
        slot.State = Free;
        _readCursor = Next(_readCursor);
        return true;
    }

    public bool TrySkip()
    {
        Slot slot = _slots[_readCursor];
        if (Volatile.Read(ref slot.State) != Ready)
        {
            return false;
        }

        Volatile.Write(ref slot.State, Free);
        _readCursor = Next(_readCursor);
        Volatile.Write(ref _skipped, _skipped + 1);
        return true;
    }

    private int Next(int cursor) => cursor + 1 == _slots.Length ? 0 : cursor + 1;
}
