using System;
using System.Threading;

namespace Corpus.Extra.Aio1003IndexBeforeSlot.After;

public readonly struct Quote
{
    public readonly int Instrument;
    public readonly long Price;

    public Quote(int instrument, long price)
    {
        Instrument = instrument;
        Price = price;
    }
}

public sealed class QuoteTape
{
    private readonly Quote[] _quotes;
    private int _published;

    public QuoteTape(int capacity)
    {
        _quotes = new Quote[capacity];
    }

    public int Published => Volatile.Read(ref _published);

    /// <summary>The feed handler's thread only.</summary>
    public bool Append(Quote quote)
    {
        int index = _published;
        if (index == _quotes.Length)
        {
            return false;
        }

        _quotes[index] = quote;
        Volatile.Write(ref _published, index + 1);
        return true;
    }

    public long LastPrice(int instrument)
    {
        for (int i = Published - 1; i >= 0; i--)
        {
            if (_quotes[i].Instrument == instrument)
            {
                return _quotes[i].Price;
            }
        }

        return 0;
    }
}
