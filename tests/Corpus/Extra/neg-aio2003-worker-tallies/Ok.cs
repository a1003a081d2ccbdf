using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio2003WorkerTallies;

public sealed class WorkerTallies
{
    private const int Stride = 16;
    private readonly long[] _cells;
    private readonly BlockingCollection<Func<int>> _work = new BlockingCollection<Func<int>>();

    public WorkerTallies(int workers)
    {
        _cells = new long[workers * Stride];
        for (int i = 0; i < workers; i++)
        {
            int cell = i * Stride;
            new Thread(() => Run(ref _cells[cell])) { IsBackground = true }.Start();
        }
    }

    public void Add(Func<int> job) => _work.Add(job);

    public void Finish() => _work.CompleteAdding();

    public long Total()
    {
        long total = 0;
        for (int i = 0; i < _cells.Length; i += Stride)
        {
            total += Volatile.Read(ref _cells[i]);
        }

        return total;
    }

    private void Run(ref long done)
    {
        foreach (Func<int> job in _work.GetConsumingEnumerable())
        {
            int rows = job();
            Volatile.Write(ref done, done + rows);
        }
    }
}
