using System;
using System.Threading;

namespace Corpus.Extra.Aio1001ParkerBesideRing.After;

public readonly struct Quote
{
    public Quote(int instrument, long price, int size)
    {
        Instrument = instrument;
        Price = price;
        Size = size;
    }

    public int Instrument { get; }
    public long Price { get; }
    public int Size { get; }
}

internal sealed class QuoteRing
{
    private readonly Quote[] _slots;
    private long _head;
    private long _tail;

    public QuoteRing(int capacityPowerOfTwo)
    {
        _slots = new Quote[capacityPowerOfTwo];
    }

    public bool IsEmpty => Volatile.Read(ref _head) == Volatile.Read(ref _tail);

    public bool TryAdd(in Quote quote)
    {
        long tail = _tail;
        if (tail - Volatile.Read(ref _head) == _slots.Length)
        {
            return false;
        }

        _slots[(int)(tail & (_slots.Length - 1))] = quote;
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    public bool TryTake(out Quote quote)
    {
        long head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            quote = default;
            return false;
        }

        quote = _slots[(int)(head & (_slots.Length - 1))];
        Volatile.Write(ref _head, head + 1);
        return true;
    }
}

internal sealed class Parker
{
    private const int Awake = 0;
    private const int Parked = 1;

    private readonly AutoResetEvent _signal = new AutoResetEvent(false);
    private volatile int _state;

    public void Announce() => Interlocked.Exchange(ref _state, Parked);

    public void Retract() => Interlocked.Exchange(ref _state, Awake);

    public void Sleep() => _signal.WaitOne();

    public void WakeIfParked()
    {
        Interlocked.MemoryBarrier();
        if (_state == Parked && Interlocked.Exchange(ref _state, Awake) == Parked)
        {
            _signal.Set();
        }
    }

    public void WakeAlways() => _signal.Set();
}

public sealed class BookBuilder
{
    private readonly QuoteRing _ring = new QuoteRing(4096);
    private readonly Parker _parker = new Parker();
    private readonly Action<Quote> _apply;
    private readonly Thread _loop;
    private volatile bool _stopping;
    private long _dropped;

    public BookBuilder(Action<Quote> apply)
    {
        _apply = apply ?? throw new ArgumentNullException(nameof(apply));
        _loop = new Thread(Run) { IsBackground = true, Name = "book-builder" };
        _loop.Start();
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public bool OnQuote(in Quote quote)
    {
        if (!_ring.TryAdd(quote))
        {
            Interlocked.Increment(ref _dropped);
            return false;
        }

        _parker.WakeIfParked();
        return true;
    }

    public void Stop()
    {
        _stopping = true;
        _parker.WakeAlways();
        _loop.Join();
    }

    private void Run()
    {
        while (true)
        {
            while (_ring.TryTake(out Quote quote))
            {
                _apply(quote);
            }

            _parker.Announce();
            if (_stopping)
            {
                _parker.Retract();
                return;
            }

            if (!_ring.IsEmpty)
            {
                _parker.Retract();
                continue;
            }

            _parker.Sleep();
        }
    }
}
