using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1003ReserveCounts.After;

public readonly record struct Finding(int Line, int Level);

public sealed class FindingList
{
    private readonly Finding[] _items;
    private int _count;
    private int _published;

    public FindingList(int capacity)
    {
        _items = new Finding[capacity];
    }

    public bool Add(Finding finding)
    {
        int index = Interlocked.Increment(ref _count) - 1;
        if (index >= _items.Length)
        {
            return false;
        }

        _items[index] = finding;
        var spin = new SpinWait();
        while (Volatile.Read(ref _published) != index)
        {
            spin.SpinOnce();
        }

        Volatile.Write(ref _published, index + 1);
        return true;
    }

    public int CountAbove(int level)
    {
        int count = Volatile.Read(ref _published);
        int above = 0;
        for (int i = 0; i < count; i++)
        {
            if (_items[i].Level > level)
            {
                above++;
            }
        }

        return above;
    }

    public Task Scan(string[] lines, Func<string, int> grade) => Task.Run(() => Parallel.For(0, lines.Length, i =>
    {
        int level = grade(lines[i]);
        if (level > 0)
        {
            Add(new Finding(i, level));
        }
    }));
}
