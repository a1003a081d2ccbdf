using System;
using System.Collections.Generic;
using System.Threading;

/// <summary>Collects the names of changed files and hands them on, a few at a time, when it was quiet for a moment.</summary>
public sealed class ChangeCollector
{
    private readonly object _sync = new object();
    private readonly List<string> _changed = new List<string>();
    private readonly ManualResetEventSlim _something = new ManualResetEventSlim(false);
    private readonly Action<string> _handOn;
    private int _told;
    private volatile bool _isClosed;

    public ChangeCollector(Action<string> handOn)
    {
        _handOn = handOn;
        new Thread(Work) { IsBackground = true }.Start();
    }

    public void Add(string file)
    {
        lock (_sync)
        {
            _changed.Add(file);
        }

        Tell();
    }

    public void Close()
    {
        _isClosed = true;
        _something.Set();
    }

    private void Tell()
    {
        if (Interlocked.CompareExchange(ref _told, 1, 0) == 0)
            _something.Set();
    }

    private void Work()
    {
        while (!_isClosed)
        {
            _something.Wait();
            _something.Reset();
            HandOnAll();
            Interlocked.Exchange(ref _told, 0);
        }
    }

    /// <summary>Hands on what is there, at most ten of it; names that come twice are handed on once, in the order of their coming.</summary>
    private void HandOnAll()
    {
        var batch = new List<string>();
        do
        {
            batch.Clear();
            lock (_sync)
            {
                for (int i = 0; i < _changed.Count && batch.Count < 10; i++)
                {
                    string name = _changed[i];
                    if (name.Length > 0 && !batch.Contains(name))
                        batch.Add(name);
                }

                _changed.RemoveRange(0, Math.Min(_changed.Count, 10));
            }

            foreach (string name in batch)
                _handOn(name);
        }
        while (batch.Count > 0);
    }
}
