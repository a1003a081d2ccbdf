using System.Threading;

namespace Corpus.Extra.NegAio2004CountersSetBlindly;

public sealed class Traffic
{
    private struct Counters
    {
        public int In;
        public int Out;
    }

    private Counters _counters;

    public int In => Volatile.Read(ref _counters.In);

    public int Out => Volatile.Read(ref _counters.Out);

    public void Received() => Interlocked.Increment(ref _counters.In);

    public void Sent() => Interlocked.Increment(ref _counters.Out);

    public void Reset() => _counters = default;
}
