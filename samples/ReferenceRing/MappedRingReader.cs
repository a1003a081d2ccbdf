using System;
using System.Threading;

namespace ReferenceRing;

/// <summary>The user's side of a ring in shared memory: takes finished events without a system call (Linux, July 2003). One thread at a time.</summary>
/// <remarks>The other side is not to be trusted with more than the ring: what it writes into the header is checked before it is used.</remarks>
public sealed unsafe class MappedRingReader
{
    private readonly AioRingHeader* _header;
    private readonly IoEvent* _events;
    private readonly uint _nr;

    /// <summary>Looks at the ring of which io_setup() gave the address.</summary>
    /// <param name="context">The address of the header; the memory must outlive the reader.</param>
    /// <exception cref="ArgumentException">No address of a ring: zero, or not aligned.</exception>
    /// <exception cref="NotSupportedException">Not a ring that can be read from user space.</exception>
    public MappedRingReader(nint context)
    {
        if (context == 0 || context % sizeof(ulong) != 0)
        {
            throw new ArgumentException("A ring lies at an address that is a multiple of 8 and is not zero.", nameof(context));
        }

        _header = (AioRingHeader*)context;
        if (_header->Magic != AioRingHeader.RingMagic)
        {
            throw new NotSupportedException("There is no ring at this address, or its owner does not let it be read from user space.");
        }

        if (_header->IncompatFeatures != 0)
        {
            throw new NotSupportedException($"The ring has features that this reader does not know: 0x{_header->IncompatFeatures:x}.");
        }

        if (_header->Nr < 2 || _header->HeaderLength < sizeof(AioRingHeader) || _header->HeaderLength % sizeof(ulong) != 0)
        {
            throw new NotSupportedException($"The ring says that it has {_header->Nr} slots behind a header of {_header->HeaderLength} bytes.");
        }

        _nr = _header->Nr;
        _events = (IoEvent*)((byte*)_header + _header->HeaderLength);
    }

    /// <summary>Takes the oldest events, as many as there are and fit.</summary>
    /// <returns>How many were taken.</returns>
    /// <exception cref="InvalidOperationException">The head or the tail is no slot.</exception>
    public int Drain(Span<IoEvent> into)
    {
        var head = _header->Head;
        // An event is read only after the tail that says it is there: pairs with the Volatile.Write of Tail in MappedRing.TryComplete (in the kernel, smp_wmb).
        var tail = Volatile.Read(ref _header->Tail);
        if (head >= _nr || tail >= _nr)
        {
            throw new InvalidOperationException($"Head {head} and tail {tail} are not both slots of a ring of {_nr}.");
        }

        var count = 0;
        while (head != tail && count < into.Length)
        {
            into[count++] = _events[head];
            head = head + 1 == _nr ? 0 : head + 1;
        }

        if (count != 0)
        {
            // The reads before the slots are given back: pairs with the Volatile.Read of Head in MappedRing.TryComplete.
            Volatile.Write(ref _header->Head, head);
        }

        return count;
    }
}
