using System;
using System.Threading;

namespace Corpus.Extra.NegAio1008OrderedPayload;

public readonly struct Quote
{
    public Quote(long bid, long ask, int bidSize, int askSize)
    {
        Bid = bid;
        Ask = ask;
        BidSize = bidSize;
        AskSize = askSize;
    }

    public long Bid { get; }
    public long Ask { get; }
    public int BidSize { get; }
    public int AskSize { get; }

    public bool IsCrossed => Bid >= Ask;
}

public sealed class QuoteCell
{
    private readonly object _writer = new object();
    private int _version;
    private long _bid;
    private long _ask;
    private int _bidSize;
    private int _askSize;

    public void Store(in Quote quote)
    {
        lock (_writer)
        {
            int version = _version;
            _version = version + 1;
            Volatile.Write(ref _bid, quote.Bid);
            Volatile.Write(ref _ask, quote.Ask);
            Volatile.Write(ref _bidSize, quote.BidSize);
            Volatile.Write(ref _askSize, quote.AskSize);
            Volatile.Write(ref _version, version + 2);
        }
    }

    public bool TryLoad(out Quote quote)
    {
        int version = Volatile.Read(ref _version);
        long bid = Volatile.Read(ref _bid);
        long ask = Volatile.Read(ref _ask);
        int bidSize = Volatile.Read(ref _bidSize);
        int askSize = Volatile.Read(ref _askSize);
        if ((version & 1) != 0 || Volatile.Read(ref _version) != version)
        {
            quote = default;
            return false;
        }

        quote = new Quote(bid, ask, bidSize, askSize);
        return true;
    }
}

public sealed class QuoteBoard
{
    private readonly QuoteCell[] _cells;

    public QuoteBoard(int instruments)
    {
        _cells = new QuoteCell[instruments];
        for (int i = 0; i < instruments; i++)
            _cells[i] = new QuoteCell();
    }

    public void Update(int instrument, in Quote quote) => _cells[instrument].Store(in quote);

    public Quote Get(int instrument)
    {
        QuoteCell cell = _cells[instrument];
        SpinWait spinner = default;
        Quote quote;
        while (!cell.TryLoad(out quote))
            spinner.SpinOnce();
        return quote;
    }
}
