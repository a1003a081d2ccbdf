using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.OkLockEverything;

public sealed class ReplayWindow
{
    private readonly object _gate = new object();
    private readonly Queue<(long Id, DateTime At)> _order = new Queue<(long, DateTime)>();
    private readonly HashSet<long> _seen = new HashSet<long>();
    private readonly TimeSpan _keep;
    private bool _sweeping;
    private int _rejected;

    public ReplayWindow(TimeSpan keep)
    {
        _keep = keep;
    }

    public bool Accept(long id, DateTime now)
    {
        lock (_gate)
        {
            Sweep(now);
            if (!_seen.Add(id))
            {
                _rejected++;
                Monitor.PulseAll(_gate);
                return false;
            }

            _order.Enqueue((id, now));
            return true;
        }
    }

    public int WaitForRejections(int count)
    {
        lock (_gate)
        {
            while (_rejected < count)
            {
                Monitor.Wait(_gate);
            }

            return _rejected;
        }
    }

    public void Start() => new Thread(() =>
    {
        while (true)
        {
            lock (_gate)
            {
                Sweep(DateTime.UtcNow);
            }

            Thread.Sleep(1000);
        }
    }) { IsBackground = true }.Start();

    private void Sweep(DateTime now)
    {
        if (_sweeping)
        {
            return;
        }

        _sweeping = true;
        while (_order.Count > 0 && now - _order.Peek().At > _keep)
        {
            _seen.Remove(_order.Dequeue().Id);
        }

        _sweeping = false;
    }
}
