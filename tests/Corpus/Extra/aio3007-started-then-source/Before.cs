using System;
using System.Threading;

namespace Corpus.Extra.Aio3007StartedThenSource.Before;

public sealed class Heartbeat
{
    private readonly Action _beat;
    private CancellationTokenSource _stop;
    private Thread _thread;

    public Heartbeat(Action beat) => _beat = beat;

    public void Start(TimeSpan every)
    {
        _thread = new Thread(Run);
        _thread.Start(every);
        _stop = new CancellationTokenSource();
    }

    public void Stop()
    {
        _stop.Cancel();
        _thread.Join();
    }

    private void Run(object every)
    {
        while (!_stop.Token.WaitHandle.WaitOne((TimeSpan)every))
        {
            _beat();
        }
    }
}
