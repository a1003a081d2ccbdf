using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1005EmptyThenCompleted.After;

public sealed class ImportStage
{
    private readonly ConcurrentQueue<string> _rows = new ConcurrentQueue<string>();
    private volatile bool _completed;

    public void StartReading(Func<string> nextRow)
    {
        var reader = new Thread(() =>
        {
            string row;
            while ((row = nextRow()) != null)
            {
                _rows.Enqueue(row);
            }

            _completed = true;
        });
        reader.IsBackground = true;
        reader.Start();
    }

    public int InsertAll(Action<string> insert)
    {
        int inserted = 0;
        while (true)
        {
            bool completed = _completed;
            if (_rows.TryDequeue(out string row))
            {
                insert(row);
                inserted++;
            }
            else if (completed)
            {
                return inserted;
            }
            else
            {
                Thread.Sleep(1);
            }
        }
    }
}
