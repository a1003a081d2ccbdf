using System;
using System.Threading;

namespace Corpus.Extra.OkCopyOnWrite;

public sealed class SinkList
{
    private Action<string>[] _sinks = Array.Empty<Action<string>>();

    public void Add(Action<string> sink)
    {
        Action<string>[] old = Volatile.Read(ref _sinks);
        while (true)
        {
            var next = new Action<string>[old.Length + 1];
            Array.Copy(old, next, old.Length);
            next[old.Length] = sink;
            Action<string>[] found = Interlocked.CompareExchange(ref _sinks, next, old);
            if (found == old)
            {
                return;
            }

            old = found;
        }
    }

    public bool Remove(Action<string> sink)
    {
        while (true)
        {
            Action<string>[] old = _sinks;
            int at = Array.IndexOf(old, sink);
            if (at < 0)
            {
                return false;
            }

            var next = new Action<string>[old.Length - 1];
            Array.Copy(old, next, at);
            Array.Copy(old, at + 1, next, at, next.Length - at);
            if (Interlocked.CompareExchange(ref _sinks, next, old) == old)
            {
                return true;
            }
        }
    }

    public void Write(string line)
    {
        foreach (Action<string> sink in _sinks)
        {
            sink(line);
        }
    }

    public void WriteLater(string line) => ThreadPool.QueueUserWorkItem(_ => Write(line));
}
