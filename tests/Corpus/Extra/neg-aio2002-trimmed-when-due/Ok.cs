using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002TrimmedWhenDue;

/// <summary>Keeps about the last so many lines of what a device says. What is too much is dropped once in a minute.</summary>
public sealed class ConsoleHistory
{
    private readonly ConcurrentQueue<string> _lines = new ConcurrentQueue<string>();
    private readonly int _kept;
    private long _nextTrim;
    private int _isTrimming;

    public ConsoleHistory(int kept) => _kept = kept;

    public string[] Lines => _lines.ToArray();

    public void Add(string line)
    {
        _lines.Enqueue(line);
        if (DateTime.UtcNow.Ticks >= Volatile.Read(ref _nextTrim) && Interlocked.Exchange(ref _isTrimming, 1) == 0)
        {
            Task.Run(Trim);
        }
    }

    private void Trim()
    {
        while (_lines.Count > _kept)
        {
            _lines.TryDequeue(out _);
        }

        Volatile.Write(ref _nextTrim, DateTime.UtcNow.AddMinutes(1).Ticks);
        Volatile.Write(ref _isTrimming, 0);
    }
}
