using System;
using System.Threading;

namespace Corpus.Extra.NegAio2003HighMarks;

/// <summary>Greatest values kept by one thread, under a lock, or put back where a greater one was replaced.</summary>
public sealed class HighMarks : IDisposable
{
    private readonly object _gate = new();
    private readonly Thread _sampler;
    private readonly Func<long> _sample;
    private long _sampled;
    private long _locked;
    private long _depth;
    private long _repaired;
    private int _stopped;

    public HighMarks(Func<long> sample)
    {
        _sample = sample;
        _sampler = new Thread(Run) { IsBackground = true };
        _sampler.Start();
    }

    public long Sampled => Interlocked.Read(ref _sampled);

    public long Locked => Interlocked.Read(ref _locked);

    public long Repaired => Interlocked.Read(ref _repaired);

    public void NoteLocked(long value)
    {
        lock (_gate)
        {
            if (value > Interlocked.Read(ref _locked))
            {
                Interlocked.Exchange(ref _locked, value);
            }
        }
    }

    public void NoteAndRepair(long value)
    {
        while (value > Interlocked.Read(ref _repaired))
        {
            value = Math.Max(value, Interlocked.Exchange(ref _repaired, value));
        }
    }

    public void SetDepth(long depth)
    {
        if (Interlocked.Read(ref _depth) != depth)
        {
            Interlocked.Exchange(ref _depth, depth);
        }
    }

    public void Dispose() => Volatile.Write(ref _stopped, 1);

    private void Run()
    {
        while (Volatile.Read(ref _stopped) == 0)
        {
            long now = _sample();
            if (now > Interlocked.Read(ref _sampled))
            {
                Interlocked.Exchange(ref _sampled, now);
            }

            Thread.Sleep(10);
        }
    }
}
