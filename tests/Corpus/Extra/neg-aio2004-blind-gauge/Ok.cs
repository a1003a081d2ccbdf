using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004BlindGauge;

public sealed class QueueGauge
{
    private int _depth;

    public int Depth => Volatile.Read(ref _depth);

    public void Enqueued() => Interlocked.Increment(ref _depth);

    public void Dequeued() => Interlocked.Decrement(ref _depth);

    public void Recounted(int measured) => Volatile.Write(ref _depth, measured);
}
