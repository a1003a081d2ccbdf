using System;
using System.Numerics;
using System.Threading;

namespace Corpus.Extra.Aio1004RoundsHandedByIn.Before;

public struct JournalEntry
{
    public long Ticks;
    public int Account;
    public decimal Amount;
}

public delegate void JournalHandler(in JournalEntry entry, long sequence, bool endOfBatch);

public sealed class JournalRing
{
    private readonly JournalEntry[] _entries;
    private readonly int[] _rounds;
    private readonly int _mask;
    private readonly int _shift;
    private long _claimed = -1;
    private long _consumed = -1;

    public JournalRing(int capacity)
    {
        if (capacity < 2 || !BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity));
        }

        _entries = new JournalEntry[capacity];
        _rounds = new int[capacity];
        Array.Fill(_rounds, -1);
        _mask = capacity - 1;
        _shift = BitOperations.Log2((uint)capacity);
    }

    public int Capacity => _entries.Length;

    public long Backlog => Math.Max(0, Volatile.Read(ref _claimed) - Volatile.Read(ref _consumed));

    public long Publish(int account, decimal amount)
    {
        long sequence = Interlocked.Increment(ref _claimed);
        WaitForRoom(sequence);

        ref JournalEntry entry = ref _entries[IndexOf(sequence)];
        entry.Ticks = DateTime.UtcNow.Ticks;
        entry.Account = account;
        entry.Amount = amount;
        Volatile.Write(ref _rounds[IndexOf(sequence)], RoundOf(sequence));
        return sequence;
    }

    public int Drain(JournalHandler handler, int limit)
    {
        long first = _consumed + 1;
        long last = HighestPublished(first, first + limit - 1);
        for (long s = first; s <= last; s++)
        {
            handler(in _entries[IndexOf(s)], s, s == last);
        }

        if (last >= first)
        {
            Volatile.Write(ref _consumed, last);
        }

        return (int)(last - first + 1);
    }

    private long HighestPublished(long first, long bound)
    {
        for (long s = first; s <= bound; s++)
        {
            if (!IsAvailable(s))
            {
                return s - 1;
            }
        }

        return bound;
    }

    private bool IsAvailable(long sequence)
    {
        return _rounds[IndexOf(sequence)] == RoundOf(sequence);
    }

    private void WaitForRoom(long sequence)
    {
        var spinner = new SpinWait();
        while (sequence - Volatile.Read(ref _consumed) > _entries.Length)
        {
            spinner.SpinOnce();
        }
    }

    private int IndexOf(long sequence) => (int)(sequence & _mask);

    private int RoundOf(long sequence) => (int)(sequence >> _shift);
}
