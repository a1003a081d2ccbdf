using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002HighWater.After;

public sealed class HighWater
{
    private readonly object _gate = new object();
    private long _mark;
    private DateTime _at;

    public void Report(long value)
    {
        lock (_gate)
        {
            if (value > _mark)
            {
                _mark = value;
                _at = DateTime.UtcNow;
            }
        }
    }

    public (long, DateTime) Read()
    {
        lock (_gate)
        {
            return (_mark, _at);
        }
    }
}
