using System.Threading;

namespace Corpus.Extra.NegAio1003ConsumerIndex;

public sealed class CellRing
{
    private struct Cell
    {
        public long Number;
        public int Item;
    }

    private readonly Cell[] _cells;
    private readonly ManualResetEventSlim _wake = new(false);
    private long _claimed;
    private long _next;
    private int _sleeps;

    public CellRing(int size)
    {
        _cells = new Cell[size];
        for (int i = 0; i < size; i++)
            _cells[i].Number = i;
    }

    public void Put(int item)
    {
        long mine = Interlocked.Increment(ref _claimed) - 1;
        ref Cell cell = ref _cells[mine % _cells.Length];
        while (Volatile.Read(ref cell.Number) != mine)
            Thread.Yield();
        cell.Item = item;
        Volatile.Write(ref cell.Number, mine + 1);
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _sleeps) != 0)
            _wake.Set();
    }

    public bool TryTake(out int item)
    {
        long at = _next;
        ref Cell cell = ref _cells[at % _cells.Length];
        if (Volatile.Read(ref cell.Number) != at + 1)
        {
            item = 0;
            return false;
        }

        item = cell.Item;
        Volatile.Write(ref cell.Number, at + _cells.Length);
        _next = at + 1;
        return true;
    }

    public void WaitForItem()
    {
        for (int i = 0; i < 50; i++)
        {
            if (IsReady())
                return;
            Thread.SpinWait(8);
        }

        _wake.Reset();
        Interlocked.Exchange(ref _sleeps, 1);
        if (!IsReady())
            _wake.Wait();
        Volatile.Write(ref _sleeps, 0);
    }

    private bool IsReady()
    {
        long at = _next;
        return Volatile.Read(ref _cells[at % _cells.Length].Number) == at + 1;
    }
}
