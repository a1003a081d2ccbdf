using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002HighWater.Before;

public sealed class HighWater
{
    private readonly object _gate = new object();
    private long _mark;
    private DateTime _at;

    public void Report(long value)
    {
        if (value > _mark)
        {
            lock (_gate)
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
