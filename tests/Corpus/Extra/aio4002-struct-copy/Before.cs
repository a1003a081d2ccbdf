using System.Threading;

namespace Corpus.Extra.Aio4002StructCopy.Before;

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
        Totals totals = Read();
        Interlocked.Add(ref totals.Bytes, bytes);
        totals.Packets++;
        Write(totals);
    }

    public Totals Read()
    {
        lock (_gate)
        {
            return _totals;
        }
    }

    private void Write(Totals totals)
    {
        lock (_gate)
        {
            _totals = totals;
        }
    }
}
