using System;
using System.Buffers.Text;
using System.Threading;

namespace Corpus.Extra.Aio1006LeaseDisposed.Before;

public sealed class ScratchPool
{
    internal sealed class Slot
    {
        public Slot(int size) => Bytes = new byte[size];
        public readonly byte[] Bytes;
        public int Used, Owner;
    }

    private readonly Slot[] _slots;
    private readonly int _blockSize;
    private int _misses;

    public ScratchPool(int slots, int blockSize)
    {
        _blockSize = blockSize;
        _slots = new Slot[slots];
        for (int i = 0; i < slots; i++)
        {
            _slots[i] = new Slot(blockSize);
        }
    }

    public int Misses => Volatile.Read(ref _misses);

    public bool TryRent(int size, out Lease lease)
    {
        int me = Environment.CurrentManagedThreadId;
        for (int i = 0; size <= _blockSize && i < _slots.Length; i++)
        {
            Slot slot = _slots[(me + i) % _slots.Length];
            if (Volatile.Read(ref slot.Owner) == 0 && Interlocked.CompareExchange(ref slot.Owner, me, 0) == 0)
            {
                slot.Used = size;
                lease = new Lease(slot);
                return true;
            }
        }

        Interlocked.Increment(ref _misses);
        lease = default;
        return false;
    }

    public ref struct Lease
    {
        private Slot _slot;

        internal Lease(Slot slot) => _slot = slot;

        public readonly Span<byte> Bytes => _slot.Bytes.AsSpan(0, _slot.Used);

        public void Dispose()
        {
            if (_slot is { } slot)
            {
                _slot = null;
                slot.Bytes.AsSpan(0, slot.Used).Clear();
                slot.Used = 0;
                slot.Owner = 0;
            }
        }
    }
}

public static class TokenFormatter
{
    public static string Format(ScratchPool pool, ReadOnlySpan<byte> secret)
    {
        if (!pool.TryRent(Base64Url.GetEncodedLength(secret.Length), out ScratchPool.Lease lease))
        {
            return Base64Url.EncodeToString(secret);
        }

        try
        {
            int n = Base64Url.EncodeToUtf8(secret, lease.Bytes);
            return System.Text.Encoding.ASCII.GetString(lease.Bytes[..n]);
        }
        finally
        {
            lease.Dispose();
        }
    }
}
