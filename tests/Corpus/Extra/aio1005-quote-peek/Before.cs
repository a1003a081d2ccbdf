using System;
using System.Threading;

namespace Corpus.Extra.Aio1005QuotePeek.Before;

public readonly record struct Quote(int Symbol, long PriceNanos, int Size);

public interface IQuoteSink
{
    void OnQuote(in Quote quote);
}

public sealed class QuoteConveyor
{
    private readonly Quote[] _cells;
    private readonly int _mask;
    private int _tail;
    private int _head;

    public QuoteConveyor(int order)
    {
        _cells = new Quote[1 << order];
        _mask = _cells.Length - 1;
    }

    public bool TryPost(in Quote quote)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _cells.Length)
        {
            return false;
        }

        _cells[tail & _mask] = quote;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryPeek(out Quote quote)
    {
        int head = _head;
        (quote, int tail) = (_cells[head & _mask], Volatile.Read(ref _tail));
        return head != tail;
    }

    public void Advance()
    {
        Volatile.Write(ref _head, _head + 1);
    }
}
