using System.Threading;

namespace Corpus.Extra.Aio1004CellCopy.After;

public struct JobCell
{
    public long Sequence;
    public int Kind;
    public long Argument;
}

public sealed class JobBoard
{
    private readonly JobCell[] _cells = new JobCell[256];
    private long _reserved;
    private long _taken;

    public bool TryPost(int kind, long argument)
    {
        long at = Volatile.Read(ref _reserved);
        do
        {
            if (at - Volatile.Read(ref _taken) >= _cells.Length)
            {
                return false;
            }

            long found = Interlocked.CompareExchange(ref _reserved, at + 1, at);
            if (found == at)
            {
                break;
            }

            at = found;
        }
        while (true);

        ref JobCell cell = ref _cells[at & 255];
        cell.Kind = kind;
        cell.Argument = argument;
        Volatile.Write(ref cell.Sequence, at + 1);
        return true;
    }

    /// <summary>The one worker.</summary>
    public bool TryTake(out int kind, out long argument)
    {
        long at = _taken;
        ref JobCell cell = ref _cells[at & 255];
        if (Volatile.Read(ref cell.Sequence) != at + 1)
        {
            kind = 0;
            argument = 0;
            return false;
        }

        kind = cell.Kind;
        argument = cell.Argument;
        Volatile.Write(ref _taken, at + 1);
        return true;
    }
}
