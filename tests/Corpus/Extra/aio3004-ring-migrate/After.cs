using System;
using System.Threading;

namespace Corpus.Extra.Aio3004RingMigrate.After;

public sealed class QuotePage
{
    public readonly double[] Values = new double[64];
    public int Head;
    public int Tail;
}

public sealed class QuoteFeed
{
    private readonly object _sync = new object();
    private volatile QuotePage _page = new QuotePage();

    public void Add(double value)
    {
        lock (_sync)
        {
            QuotePage page = _page;
            page.Values[page.Tail & 63] = value;
            Volatile.Write(ref page.Tail, page.Tail + 1);
        }
    }

    public void Compact()
    {
        lock (_sync)
        {
            QuotePage old = _page;
            var fresh = new QuotePage { Head = Volatile.Read(ref old.Head), Tail = old.Tail };
            Array.Copy(old.Values, fresh.Values, 64);
            _page = fresh;
        }
    }

    public double Next()
    {
        lock (_sync)
        {
            QuotePage page = _page;
            int head = page.Head;
            if (head == Volatile.Read(ref page.Tail))
            {
                return double.NaN;
            }

            double value = page.Values[head & 63];
            Volatile.Write(ref page.Head, head + 1);
            return value;
        }
    }
}
