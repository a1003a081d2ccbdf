using System;
using System.Threading;

namespace Corpus.Extra.Aio2005QuoteSlots.Before;

public readonly struct Quote
{
    public readonly double Bid;
    public readonly double Ask;
    public readonly long Sequence;

    public Quote(double bid, double ask, long sequence)
    {
        Bid = bid;
        Ask = ask;
        Sequence = sequence;
    }

    public double Mid => (Bid + Ask) / 2;
}

public interface IQuoteFeed
{
    bool WaitNext(int timeoutMs, out int instrument, out Quote quote);
}

public sealed class QuoteBoard : IDisposable
{
    private readonly Quote[] _slots;
    private readonly IQuoteFeed _feed;
    private readonly Thread _reader;
    private volatile bool _stopping;

    public QuoteBoard(IQuoteFeed feed, int instruments)
    {
        _feed = feed;
        _slots = new Quote[instruments];
        _reader = new Thread(ReadFeed) { IsBackground = true, Name = "quote-feed" };
        _reader.Start();
    }

    public int Instruments => _slots.Length;

    public Quote this[int instrument]
    {
        get
        {
            return _slots[instrument];
        }
    }

    public double SpreadInTicks(int instrument, double tickSize)
    {
        Quote q = this[instrument];
        return q.Sequence == 0 ? double.NaN : (q.Ask - q.Bid) / tickSize;
    }

    public void Dispose()
    {
        _stopping = true;
        _reader.Join();
    }

    private void ReadFeed()
    {
        while (!_stopping)
        {
            if (!_feed.WaitNext(50, out int instrument, out Quote quote))
                continue;
            if ((uint)instrument < (uint)_slots.Length)
                _slots[instrument] = quote;
        }
    }
}
