using System;
using System.Threading;

namespace Corpus.Extra.NegAio1006LeaseClearedFirst;

public sealed class BlockPool
{
    internal sealed class Slot
    {
        public readonly byte[] Bytes = new byte[256];
        public int Used;
        public int Owner;
    }

    private readonly Slot[] _slots = { new Slot(), new Slot(), new Slot(), new Slot() };

    public bool TryRent(int size, out Lease lease)
    {
        int me = Environment.CurrentManagedThreadId;
        foreach (Slot slot in _slots)
        {
            if (Volatile.Read(ref slot.Owner) == 0 && Interlocked.CompareExchange(ref slot.Owner, me, 0) == 0)
            {
                slot.Used = size;
                lease = new Lease(slot);
                return true;
            }
        }

        lease = default;
        return false;
    }

    public ref struct Lease
    {
        private Slot _slot;
        private int _isOpen;

        internal Lease(Slot slot)
        {
            _slot = slot;
            _isOpen = 1;
        }

        public readonly Span<byte> Bytes => _slot.Bytes.AsSpan(0, _slot.Used);

        public void Dispose()
        {
            if (_isOpen == 0)
            {
                return;
            }

            _slot.Bytes.AsSpan(0, _slot.Used).Clear();
            _slot.Used = 0;
            Volatile.Write(ref _slot.Owner, 0);
            _slot = null;
            _isOpen = 0;
        }
    }
}
