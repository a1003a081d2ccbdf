using System;
using System.Threading;

namespace Corpus.Extra.NegAio1006WheelSlot;

public sealed class WheelClock
{
    private readonly Entry[] _wheel = new Entry[128];
    private readonly object _turning = new();
    private int _hand;

    public void Turn(int steps)
    {
        lock (_turning)
        {
            for (int i = 0; i < steps; i++)
                Step();
        }
    }

    public void Add(int delay, Action action)
    {
        var entry = new Entry { Action = action };
        while (true)
        {
            int at = (_hand + delay) % _wheel.Length;
            if (at == _hand)
            {
                action();
                return;
            }

            Entry first = _wheel[at];
            entry.Next = first;
            if (Interlocked.CompareExchange(ref _wheel[at], entry, first) == first)
                return;
        }
    }

    private void Step()
    {
        int at = _hand;
        _hand = (at + 1) % _wheel.Length;
        Entry due;
        do
        {
            due = _wheel[at];
        }
        while (due != null && Interlocked.CompareExchange(ref _wheel[at], null, due) != due);
        for (; due != null; due = due.Next)
            due.Action();
    }

    private sealed class Entry
    {
        public Action Action;
        public Entry Next;
    }
}
