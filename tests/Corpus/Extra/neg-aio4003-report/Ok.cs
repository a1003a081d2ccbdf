using System.Threading;

namespace Corpus.Extra.NegAio4003Report;

public sealed class Gauge
{
    private long _last;
    private int _highest;

    public long Last => _last;

    public void Note(long value, int depth)
    {
        Volatile.Write(ref _last, value);
        Volatile.Write(ref _highest, depth);
    }

    public override string ToString() => "last " + _last + ", depth " + _highest;
}
