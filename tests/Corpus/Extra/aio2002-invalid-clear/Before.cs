using System;
using System.Threading;

namespace Corpus.Extra.Aio2002InvalidClear.Before;

public sealed class ColumnLayout
{
    private readonly Action<int> _arrange;
    private volatile int _width;
    private volatile bool _invalid;

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
            _invalid = true;
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
        if (_invalid)
        {
            _invalid = false;
            _arrange(_width);
        }
    }
}
