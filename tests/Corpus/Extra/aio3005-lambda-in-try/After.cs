using System;
using System.Threading;

namespace Corpus.Extra.Aio3005LambdaInTry.After;

public sealed class Ticker
{
    private readonly object _gate = new object();
    private readonly Action<int> _tick;
    private readonly Action<string> _log;
    private Timer _timer;
    private int _ticks;

    public Ticker(Action<int> tick, Action<string> log)
    {
        _tick = tick;
        _log = log;
    }

    public int Ticks
    {
        get
        {
            lock (_gate)
            {
                return _ticks;
            }
        }
    }

    public bool Start(int milliseconds)
    {
        try
        {
            if (milliseconds < 10)
            {
                _log("too fast");
                return false;
            }

            _timer = new Timer(_ =>
            {
                Monitor.Enter(_gate);
                try
                {
                    _ticks++;
                    _tick(_ticks);
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }, null, milliseconds, milliseconds);
            return true;
        }
        catch (ArgumentException e)
        {
            _log(e.Message);
            return false;
        }
        finally
        {
            _log("asked for " + milliseconds);
        }
    }
}
