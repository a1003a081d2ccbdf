using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// A ring in unmanaged memory, seen from the side that completes (the kernel's): header and events lie there as io_setup() maps them, so that a
/// <see cref="MappedRingReader"/>, or a reader in another language, polls them without a call.
/// </summary>
/// <remarks>As in the kernel, one slot always stays free: equal head and tail mean empty.</remarks>
public sealed unsafe class MappedRing : IDisposable
{
    /// <summary>The largest number of slots.</summary>
    public const int MaximumSlots = 1 << 24;

    private const int CacheLine = 64;

    private readonly object _completionLock = new();
    private readonly AioRingHeader* _header;
    private readonly IoEvent* _events;
    private readonly uint _nr;
    // The tail is ours: the copy in the mapping is for the reader, and what a reader writes there does not matter.
    private uint _tail;
    private bool _disposed;

    /// <summary>Allocates an empty ring.</summary>
    /// <param name="slots">The number of slots; it holds one event less.</param>
    /// <param name="id">The number to put into the header.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2 slots, or more than <see cref="MaximumSlots"/>.</exception>
    public MappedRing(int slots, uint id = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slots, MaximumSlots);
        var bytes = (nuint)sizeof(AioRingHeader) + ((nuint)slots * (nuint)sizeof(IoEvent));
        _header = (AioRingHeader*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        NativeMemory.Clear(_header, bytes);
        _events = (IoEvent*)(_header + 1);
        _nr = (uint)slots;
        *_header = new AioRingHeader
        {
            Id = id,
            Nr = _nr,
            Magic = AioRingHeader.RingMagic,
            CompatFeatures = 1,
            HeaderLength = (uint)sizeof(AioRingHeader),
        };
    }

    /// <summary>Where the header is: what a <see cref="MappedRingReader"/> is made from. It is valid until <see cref="Dispose"/>.</summary>
    public nint Address => (nint)_header;

    /// <summary>aio_complete(): puts an event into the ring. Any thread.</summary>
    /// <returns>False when the ring is full.</returns>
    /// <exception cref="ObjectDisposedException">The memory is freed.</exception>
    /// <exception cref="InvalidOperationException">The reader has written a head that is no slot.</exception>
    public bool TryComplete(in IoEvent completed)
    {
        lock (_completionLock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);

            // A slot is written only after its last read: pairs with the Volatile.Write of Head in MappedRingReader.Drain.
            var head = Volatile.Read(ref _header->Head);
            if (head >= _nr)
            {
                throw new InvalidOperationException($"The reader has put {head} into the head of a ring of {_nr} slots.");
            }

            var next = _tail + 1 == _nr ? 0 : _tail + 1;
            if (next == head)
            {
                return false;
            }

            _events[_tail] = completed;
            _tail = next;
            // The event before the tail: pairs with the Volatile.Read of Tail in MappedRingReader.Drain.
            Volatile.Write(ref _header->Tail, next);
            return true;
        }
    }

    /// <summary>Frees the memory. Readers must have stopped before, as before io_destroy(): they hold nothing but its address.</summary>
    public void Dispose()
    {
        lock (_completionLock)
        {
            if (!_disposed)
            {
                _disposed = true;
                NativeMemory.AlignedFree(_header);
            }
        }
    }
}
