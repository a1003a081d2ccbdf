using System;
using System.Threading;

/// <summary>A seat that a guest holds; the guest leaves, or the door throws him out.</summary>
public sealed class SeatHold
{
    private const int Held = 1;
    private const int Left = 2;

    private readonly Action<int> _free;
    private readonly int _seat;
    private int _phase = Held;

    public SeatHold(int seat, Action<int> free)
    {
        _seat = seat;
        _free = free;
    }

    public bool IsHeld => Volatile.Read(ref _phase) == Held;

    public void Leave()
    {
        int before = _phase;
        Interlocked.CompareExchange(ref _phase, Left, before);
        if (before == Held)
            _free(_seat);
    }
}
