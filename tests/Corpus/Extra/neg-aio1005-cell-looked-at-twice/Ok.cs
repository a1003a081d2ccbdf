using System.Threading;

namespace Corpus.Extra.NegAio1005CellLookedAtTwice;

public sealed class ReplayLog
{
    private struct Cell
    {
        public long Sequence;
        public long Value;
    }

    private readonly Cell[] _cells;
    private readonly int _mask;
    private long _next;
    private long _replayed;

    public ReplayLog(int size)
    {
        _cells = new Cell[size];
        _mask = size - 1;
    }

    /// <summary>One writer.</summary>
    public void Append(long value)
    {
        long position = Volatile.Read(ref _next);
        ref Cell cell = ref _cells[(int)position & _mask];
        Volatile.Write(ref cell.Sequence, 0);
        Interlocked.MemoryBarrier();
        cell.Value = value;
        Volatile.Write(ref cell.Sequence, position + 1);
        Volatile.Write(ref _next, position + 1);
    }

    public bool TryReplay(out long value)
    {
        long position = Volatile.Read(ref _replayed);
        while (true)
        {
            ref Cell cell = ref _cells[(int)position & _mask];
            long before = Volatile.Read(ref cell.Sequence);
            long found = cell.Value;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref cell.Sequence) == position + 1 && before == position + 1)
            {
                long seen = Interlocked.CompareExchange(ref _replayed, position + 1, position);
                if (seen == position)
                {
                    value = found;
                    return true;
                }

                position = seen;
            }
            else
            {
                value = 0;
                return false;
            }
        }
    }
}
