using System.Threading;

namespace Corpus.Extra.Aio1001LiteWait.After;

public sealed class Cursor
{
    private long _value = -1;

    public long Value
    {
        get => Volatile.Read(ref _value);
        set => Volatile.Write(ref _value, value);
    }
}

public sealed class LiteWaitStrategy
{
    private readonly object _gate = new object();
    private int _waiting;

    public long WaitFor(long sequence, Cursor cursor)
    {
        if (cursor.Value < sequence)
        {
            lock (_gate)
            {
                while (true)
                {
                    Interlocked.Exchange(ref _waiting, 1);
                    if (cursor.Value >= sequence)
                    {
                        break;
                    }

                    Monitor.Wait(_gate);
                }
            }
        }

        return cursor.Value;
    }

    public void SignalAll()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _waiting) == 1)
        {
            lock (_gate)
            {
                Volatile.Write(ref _waiting, 0);
                Monitor.PulseAll(_gate);
            }
        }
    }
}

public sealed class SingleSequencer
{
    private readonly Cursor _cursor = new Cursor();
    private readonly LiteWaitStrategy _wait = new LiteWaitStrategy();
    private readonly long[] _entries;

    public SingleSequencer(int entries)
    {
        _entries = new long[entries];
    }

    /// <summary>One publisher, every sequence once, in order.</summary>
    public void Publish(long sequence, long entry)
    {
        _entries[sequence] = entry;
        _cursor.Value = sequence;
        _wait.SignalAll();
    }

    public long Get(long sequence)
    {
        _wait.WaitFor(sequence, _cursor);
        return _entries[sequence];
    }
}
