using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2002EventResetWhenEmpty.After;

public sealed class RowBatcher
{
    private readonly object _sync = new object();
    private readonly List<string> _rows = new List<string>();
    private readonly ManualResetEventSlim _filled = new ManualResetEventSlim();

    public void Add(string row)
    {
        lock (_sync)
        {
            _rows.Add(row);
            _filled.Set();
        }
    }

    public void ReadBatches(Action<string[]> sink, Func<bool> goesOn)
    {
        while (goesOn())
        {
            string[] batch;
            lock (_sync)
            {
                batch = _rows.ToArray();
                _rows.Clear();
                if (batch.Length == 0)
                {
                    _filled.Reset();
                }
            }

            if (batch.Length > 0)
            {
                sink(batch);
                continue;
            }

            _filled.Wait();
        }
    }
}
