using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3002RemovedOnceMore;

public sealed class Watches
{
    private sealed class Watch
    {
        public DateTime Until;
        public Action<string> Changed;
    }

    private readonly object _gate = new object();
    private readonly Dictionary<int, Watch> _watches = new Dictionary<int, Watch>();
    private int _lastId;

    public int Add(Action<string> changed, DateTime until)
    {
        lock (_gate)
        {
            _watches.Add(++_lastId, new Watch { Changed = changed, Until = until });
            return _lastId;
        }
    }

    // Ids are never used again, and to remove one that is gone already does no harm.
    public DateTime? Remove(int id)
    {
        Watch watch;
        lock (_gate)
        {
            if (!_watches.TryGetValue(id, out watch))
                return null;
        }

        lock (_gate)
            _watches.Remove(id);
        return watch.Until;
    }

    public int Sweep(DateTime now)
    {
        lock (_gate)
        {
            var over = new List<int>();
            foreach (KeyValuePair<int, Watch> pair in _watches)
            {
                if (pair.Value.Until < now)
                    over.Add(pair.Key);
            }

            foreach (int id in over)
                _watches.Remove(id);
            return over.Count;
        }
    }

    public void Tell(string what)
    {
        var told = new List<Action<string>>();
        lock (_gate)
        {
            foreach (Watch watch in _watches.Values)
                told.Add(watch.Changed);
        }

        foreach (Action<string> changed in told)
            changed(what);
    }
}
