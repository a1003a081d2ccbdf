using System;
using System.Threading;

namespace Corpus.Extra.Aio2002InvalidClear.After;

public sealed class ColumnLayout
{
    private readonly Action<int> _arrange;
    private volatile int _width;
    private int _invalid;

    public ColumnLayout(Action<int> arrange)
    {
        _arrange = arrange;
    }

    public int Width
    {
        get => _width;
        set
        {
            _width = value;
            Interlocked.Exchange(ref _invalid, 1);
        }
    }

    public void Start(CancellationToken stop)
    {
        var thread = new Thread(() =>
        {
            while (!stop.WaitHandle.WaitOne(10))
            {
                ArrangeIfInvalid();
            }
        });
        thread.IsBackground = true;
        thread.Start();
    }

    private void ArrangeIfInvalid()
    {
        if (Interlocked.Exchange(ref _invalid, 0) == 1)
        {
            _arrange(_width);
        }
    }
}
