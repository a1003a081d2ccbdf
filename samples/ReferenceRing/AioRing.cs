using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// The ring of finished requests: any thread completes, under the completion lock; one thread at a time reads, without a lock. The order between the two
/// sides is that of <see cref="SpscRing{T}"/> (Linux, July 2003).
/// </summary>
public sealed class AioRing
{
    private static int s_lastId;

    private readonly object _completionLock = new();
    private readonly SpscRing<IoEvent> _events;

    /// <summary>Makes an empty ring with a number of its own.</summary>
    /// <param name="capacity">The least number of events it must hold; rounded up to a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than <see cref="SpscRing{T}.MaximumCapacity"/>.</exception>
    public AioRing(int capacity)
    {
        _events = new SpscRing<IoEvent>(capacity);
        Id = (uint)Interlocked.Increment(ref s_lastId); // Pairs with itself: no two rings get the same number.
    }

    /// <summary>The number of this ring in the process.</summary>
    public uint Id { get; }

    /// <summary>The number of events it can hold.</summary>
    public int Capacity => _events.Capacity;

    /// <summary>How many events there are: a snapshot.</summary>
    public int Count => _events.Count;

    /// <summary>Whether there is nothing to read: exact for the reader until more is completed, a snapshot for others.</summary>
    public bool IsEmpty => _events.IsEmpty;

    /// <summary>What the header in shared memory would say now. In the process, head and tail stay apart, on cache lines of their own.</summary>
    public AioRingHeader Header => new()
    {
        Id = Id,
        Nr = (uint)Capacity,
        Head = (uint)_events.Head & (uint)(Capacity - 1),
        Tail = (uint)_events.Tail & (uint)(Capacity - 1),
        Magic = AioRingHeader.RingMagic,
        CompatFeatures = 1,
        IncompatFeatures = 0,
        HeaderLength = (uint)Unsafe.SizeOf<AioRingHeader>(),
    };

    /// <summary>aio_complete(): puts an event into the ring. Any thread.</summary>
    /// <returns>False when the ring is full.</returns>
    public bool TryComplete(in IoEvent completed)
    {
        lock (_completionLock)
        {
            return _events.TryWrite(completed);
        }
    }

    /// <summary>Puts as many of the events into the ring as fit, in their order and with none of another thread between them. Any thread.</summary>
    /// <returns>How many of the first events were put in.</returns>
    public int Complete(ReadOnlySpan<IoEvent> completed)
    {
        lock (_completionLock)
        {
            return _events.Write(completed);
        }
    }

    /// <summary>aio_read_evt(): takes the oldest event. One thread at a time.</summary>
    /// <returns>False when the ring is empty.</returns>
    public bool TryRead(out IoEvent taken) => _events.TryRead(out taken);

    /// <summary>Takes the oldest events, as many as there are and fit. One thread at a time.</summary>
    /// <returns>How many were taken.</returns>
    public int Read(Span<IoEvent> into) => _events.Read(into);
}
