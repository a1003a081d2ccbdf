using System.Threading;

namespace Corpus.Extra.Aio4002StructCopy.After;

public struct Totals
{
    public long Bytes;
    public long Packets;
}

public sealed class Traffic
{
    private readonly object _gate = new object();
    private Totals _totals;

    public void Add(int bytes)
    {
        lock (_gate)
        {
            _totals.Bytes += bytes;
            _totals.Packets++;
        }
    }

    public Totals Read()
    {
        lock (_gate)
        {
            return _totals;
        }
    }
}
