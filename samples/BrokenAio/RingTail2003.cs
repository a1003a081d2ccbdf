// Linux, July 2003: "Race condition between aio_complete and aio_read_evt".
// The completing thread writes the event, then the tail; the reading thread reads the tail, then the event, then gives the slot back with the head.
// All three steps are plain: the new tail can be seen before its event, the event read before the tail, and the slot written again while it is still being read.

using System.Threading;

namespace BrokenAio.RingTail;

public struct RingEvent
{
    public ulong Data;
    public ulong Object;
    public long Result;
    public long Result2;
}

public sealed class EventRing
{
    private const int Capacity = 256;
    private const int Mask = Capacity - 1;

    private readonly RingEvent[] _events = new RingEvent[Capacity];
    private int _head;
    private int _tail;

    public int Count => Volatile.Read(ref _tail) - Volatile.Read(ref _head);

    /// <summary>aio_complete(): one completing thread.</summary>
    public bool TryPut(ulong data, long result)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == Capacity)
        {
            return false;
        }

        ref RingEvent slot = ref _events[tail & Mask];
        slot.Data = data;
        slot.Result = result;
        slot.Result2 = 0;
        _tail = tail + 1;
        return true;
    }

    /// <summary>aio_read_evt(): one reading thread.</summary>
    public bool TryGet(out RingEvent taken)
    {
        int head = _head;
        if (head == _tail)
        {
            taken = default;
            return false;
        }

        taken = _events[head & Mask];
        _head = head + 1;
        return true;
    }
}
