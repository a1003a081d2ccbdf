using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace ReferenceRing;

/// <summary>
/// A bounded queue between one producer and one consumer, without locks and without full fences: the tail is released behind the item, the head behind the
/// read, and each side looks at the other's position only when its copy of it says that there is no more to do.
/// </summary>
/// <typeparam name="T">The items. They are copied in and out; references are cleared from slots that are read.</typeparam>
/// <remarks>
/// Positions count items for ever and wrap around with <see cref="int"/>; only their difference counts. "The producer" and "the consumer" are roles: a lock may
/// pass a role from thread to thread, as <see cref="AioRing"/> does.
/// </remarks>
public sealed class SpscRing<T>
{
    /// <summary>The largest capacity, in items.</summary>
    public const int MaximumCapacity = 1 << 30;

    private readonly T[] _slots;
    private RingPositions _positions;

    /// <summary>Makes an empty ring.</summary>
    /// <param name="capacity">The least number of items it must hold; rounded up to a power of two.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than <see cref="MaximumCapacity"/>.</exception>
    public SpscRing(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, MaximumCapacity);
        _slots = new T[BitOperations.RoundUpToPowerOf2((uint)capacity)];
    }

    /// <summary>The number of items it can hold.</summary>
    public int Capacity => _slots.Length;

    /// <summary>Items ever read, modulo 2^32.</summary>
    public int Head => Volatile.Read(ref _positions.Head); // Pairs with the reader's release of the slots.

    /// <summary>Items ever written, modulo 2^32.</summary>
    public int Tail => Volatile.Read(ref _positions.Tail); // Pairs with the writer's release of the items.

    /// <summary>Whether there is nothing to read. For the consumer it is exact until more is written; for others it is a snapshot.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>How many items there are: a snapshot, from 0 to <see cref="Capacity"/>.</summary>
    public int Count
    {
        get
        {
            // The head first: a tail that is read later is never behind it. It can be further ahead than the ring is large, when much happens between the two.
            var head = Head;
            return Math.Min(Tail - head, Capacity);
        }
    }

    /// <summary>Writes an item. The producer only.</summary>
    /// <returns>False when the ring is full.</returns>
    public bool TryWrite(in T item)
    {
        var slots = _slots;
        var tail = _positions.Tail;
        if (tail - _positions.HeadSeen == slots.Length && Free(tail) == 0)
        {
            return false;
        }

        slots[tail & (slots.Length - 1)] = item;
        // The item before the tail: pairs with the Volatile.Read of Tail in Available.
        Volatile.Write(ref _positions.Tail, tail + 1);
        return true;
    }

    /// <summary>Writes as many items as there is room for, and makes them readable at one stroke. The producer only.</summary>
    /// <returns>How many of the first items were written.</returns>
    public int Write(ReadOnlySpan<T> items)
    {
        var slots = _slots;
        var tail = _positions.Tail;
        var free = slots.Length - (tail - _positions.HeadSeen);
        if (free < items.Length)
        {
            free = Free(tail);
        }

        var count = Math.Min(free, items.Length);
        if (count == 0)
        {
            return 0;
        }

        for (var i = 0; i < count; i++)
        {
            slots[(tail + i) & (slots.Length - 1)] = items[i];
        }

        // All items before the tail: pairs with the Volatile.Read of Tail in Available.
        Volatile.Write(ref _positions.Tail, tail + count);
        return count;
    }

    /// <summary>Reads the oldest item. The consumer only.</summary>
    /// <returns>False when the ring is empty.</returns>
    public bool TryRead(out T item)
    {
        var slots = _slots;
        var head = _positions.Head;
        if (head == _positions.TailSeen && Available(head) == 0)
        {
            item = default!;
            return false;
        }

        ref var slot = ref slots[head & (slots.Length - 1)];
        item = slot;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            slot = default!;
        }

        // The read before the slot is given back: pairs with the Volatile.Read of Head in Free.
        Volatile.Write(ref _positions.Head, head + 1);
        return true;
    }

    /// <summary>Reads the oldest items, as many as there are and fit, and gives their slots back at one stroke. The consumer only.</summary>
    /// <returns>How many items were read.</returns>
    public int Read(Span<T> into)
    {
        var slots = _slots;
        var head = _positions.Head;
        var available = _positions.TailSeen - head;
        if (available < into.Length)
        {
            available = Available(head);
        }

        var count = Math.Min(available, into.Length);
        if (count == 0)
        {
            return 0;
        }

        for (var i = 0; i < count; i++)
        {
            ref var slot = ref slots[(head + i) & (slots.Length - 1)];
            into[i] = slot;
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            {
                slot = default!;
            }
        }

        // All reads before the slots are given back: pairs with the Volatile.Read of Head in Free.
        Volatile.Write(ref _positions.Head, head + count);
        return count;
    }

    /// <summary>The producer's look at the other side: how many slots are free.</summary>
    private int Free(int tail)
    {
        // A slot is written only after its last read: pairs with the Volatile.Write of Head in TryRead and Read.
        var head = Volatile.Read(ref _positions.Head);
        _positions.HeadSeen = head;
        return _slots.Length - (tail - head);
    }

    /// <summary>The consumer's look at the other side: how many items are there.</summary>
    private int Available(int head)
    {
        // An item is read only after the tail that says it is there: pairs with the Volatile.Write of Tail in TryWrite and Write.
        var tail = Volatile.Read(ref _positions.Tail);
        _positions.TailSeen = tail;
        return tail - head;
    }
}
