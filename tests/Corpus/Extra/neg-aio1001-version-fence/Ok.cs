using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio1001VersionFence;

public readonly struct Quote
{
    public Quote(double bid, double ask, long size, long stampUs)
    {
        Bid = bid;
        Ask = ask;
        Size = size;
        StampUs = stampUs;
    }

    public double Bid { get; }
    public double Ask { get; }
    public long Size { get; }
    public long StampUs { get; }

    public double Mid => (Bid + Ask) / 2;
}

public sealed class QuoteCell
{
    private readonly object _writers = new object();
    private int _version;
    private Quote _quote;
    private long _updates;

    public string Symbol { get; }

    public QuoteCell(string symbol)
    {
        Symbol = symbol;
    }

    public long Updates => Volatile.Read(ref _updates);

    public bool Publish(in Quote quote)
    {
        lock (_writers)
        {
            if (quote.StampUs < _quote.StampUs)
                return false;
            int version = _version;
            Volatile.Write(ref _version, version + 1);
            Interlocked.MemoryBarrier();
            _quote = quote;
            Volatile.Write(ref _version, version + 2);
            Volatile.Write(ref _updates, _updates + 1);
            return true;
        }
    }

    public bool TryRead(out Quote quote)
    {
        int before = Volatile.Read(ref _version);
        if ((before & 1) != 0)
        {
            quote = default;
            return false;
        }
        Quote copy = _quote;
        Interlocked.MemoryBarrier();
        quote = copy;
        return Volatile.Read(ref _version) == before;
    }

    public Quote Read()
    {
        var spin = new SpinWait();
        Quote quote;
        while (!TryRead(out quote))
            spin.SpinOnce();
        return quote;
    }
}

public sealed class QuoteBoard
{
    private readonly object _addLock = new object();
    private volatile Dictionary<string, QuoteCell> _cells = new Dictionary<string, QuoteCell>(StringComparer.Ordinal);

    public QuoteCell this[string symbol]
    {
        get
        {
            return _cells.TryGetValue(symbol, out QuoteCell cell) ? cell : AddSlow(symbol);
        }
    }

    private QuoteCell AddSlow(string symbol)
    {
        lock (_addLock)
        {
            if (_cells.TryGetValue(symbol, out QuoteCell cell))
                return cell;
            cell = new QuoteCell(symbol);
            _cells = new Dictionary<string, QuoteCell>(_cells, StringComparer.Ordinal) { [symbol] = cell };
            return cell;
        }
    }

    public double WidestSpread()
    {
        double widest = 0;
        foreach (QuoteCell cell in _cells.Values)
        {
            Quote quote = cell.Read();
            widest = Math.Max(widest, quote.Ask - quote.Bid);
        }
        return widest;
    }
}
