using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3001PresetBesideRun.Before;

/// <summary>The state and the handler it stands for are one lock's; a second way in sets both without it.</summary>
public sealed class Session
{
    private enum Phase
    {
        Starting,
        Chosen,
        Ended,
    }

    private readonly object _gate = new object();
    private Phase _phase = Phase.Starting;
    private Action<string> _handler;

    /// <summary>For hosts that choose the handler themselves.</summary>
    public void Preset(Action<string> handler)
    {
        _handler = handler;
        _phase = Phase.Chosen;
    }

    public Task RunAsync(Func<Action<string>> choose, CancellationToken stop)
    {
        return Task.Run(() =>
        {
            lock (_gate)
            {
                if (_phase == Phase.Starting)
                {
                    _handler = choose();
                    _phase = Phase.Chosen;
                }
                else if (_phase == Phase.Chosen)
                {
                    _handler("resumed");
                }
            }

            stop.WaitHandle.WaitOne();
        });
    }

    /// <summary>By the timer, now and then: too late is early enough.</summary>
    public void Tick()
    {
        if (_phase == Phase.Ended)
        {
            return;
        }

        _handler?.Invoke("tick");
    }

    public void Tell(string text)
    {
        lock (_gate)
        {
            if (_phase == Phase.Chosen)
            {
                _handler(text);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (_phase == Phase.Chosen)
            {
                _handler("ended");
            }

            _phase = Phase.Ended;
        }
    }
}
