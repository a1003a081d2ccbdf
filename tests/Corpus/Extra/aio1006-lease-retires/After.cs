using System;
using System.Buffers.Binary;
using System.Threading;

namespace Corpus.Extra.Aio1006LeaseRetires.After;

public sealed class FrameRing
{
    private const int Free = 0;
    private const int Filled = 1;

    private readonly byte[] _storage;
    private readonly int[] _lengths;
    private readonly int[] _states;
    private readonly int _frameSize;
    private int _writeSlot;
    private int _readSlot;

    public FrameRing(int slots, int frameSize)
    {
        _storage = new byte[slots * frameSize];
        _lengths = new int[slots];
        _states = new int[slots];
        _frameSize = frameSize;
    }

    public bool TryCapture(ReadOnlySpan<byte> frame)
    {
        if (frame.Length > _frameSize)
        {
            throw new ArgumentException("Frame exceeds the slot size.", nameof(frame));
        }

        int slot = _writeSlot;
        if (Volatile.Read(ref _states[slot]) != Free)
        {
            return false;
        }

        frame.CopyTo(_storage.AsSpan(slot * _frameSize, _frameSize));
        _lengths[slot] = frame.Length;
        Volatile.Write(ref _states[slot], Filled);
        _writeSlot = Next(slot);
        return true;
    }

    public bool TryLease(out Lease lease)
    {
        int slot = _readSlot;
        if (Volatile.Read(ref _states[slot]) != Filled)
        {
            lease = default;
            return false;
        }

        lease = new Lease(this, slot);
        return true;
    }

    private int Next(int slot) => slot + 1 == _states.Length ? 0 : slot + 1;

    private void Retire(int slot)
    {
        _readSlot = Next(slot);
        Volatile.Write(ref _states[slot], Free);
    }

    public readonly ref struct Lease
    {
        private readonly FrameRing _ring;
        private readonly int _slot;

        internal Lease(FrameRing ring, int slot)
        {
            _ring = ring;
            _slot = slot;
        }

        public ReadOnlySpan<byte> Bytes =>
            _ring._storage.AsSpan(_slot * _ring._frameSize, _ring._lengths[_slot]);

        public void Dispose() => _ring?.Retire(_slot);
    }
}

public sealed class FrameChecksum
{
    private readonly FrameRing _ring;
    private ulong _rolling;
    private long _frames;

    public FrameChecksum(FrameRing ring)
    {
        _ring = ring;
    }

    public long Frames => _frames;

    public ulong Rolling => _rolling;

    public bool ProcessOne()
    {
        if (!_ring.TryLease(out FrameRing.Lease lease))
        {
            return false;
        }

        using (lease)
        {
            ReadOnlySpan<byte> bytes = lease.Bytes;
            while (bytes.Length >= 8)
            {
                _rolling = (_rolling * 31) ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                bytes = bytes.Slice(8);
            }

            foreach (byte b in bytes)
            {
                _rolling = (_rolling * 31) ^ b;
            }
        }

        _frames++;
        return true;
    }
}
