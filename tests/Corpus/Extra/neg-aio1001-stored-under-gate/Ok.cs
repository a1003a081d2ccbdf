using System.Threading;

namespace Corpus.Extra.NegAio1001StoredUnderGate;

public sealed class Watermark
{
    private readonly object _gate = new object();
    private long _reached;
    private int _awaited;

    public long Reached => Volatile.Read(ref _reached);

    public void Advance(long position)
    {
        lock (_gate)
        {
            Volatile.Write(ref _reached, position);
        }
    }

    public void WakeWaiters()
    {
        if (Interlocked.Exchange(ref _awaited, 0) == 0)
        {
            return;
        }

        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    public void WaitFor(long position)
    {
        lock (_gate)
        {
            while (true)
            {
                Volatile.Write(ref _awaited, 1);
                if (Volatile.Read(ref _reached) >= position)
                {
                    return;
                }

                Monitor.Wait(_gate);
            }
        }
    }
}
