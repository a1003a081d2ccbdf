using System;
using System.Threading;

namespace Corpus.Extra.OkEventCas;

public sealed class PriceChangedEventArgs : EventArgs
{
    public PriceChangedEventArgs(string symbol, decimal price)
    {
        Symbol = symbol;
        Price = price;
    }

    public string Symbol { get; }

    public decimal Price { get; }
}

public class PriceBoard
{
    private EventHandler<PriceChangedEventArgs> _changed;

    public event EventHandler<PriceChangedEventArgs> Changed
    {
        add
        {
            EventHandler<PriceChangedEventArgs> seen = _changed;
            while (true)
            {
                EventHandler<PriceChangedEventArgs> before = seen;
                seen = Interlocked.CompareExchange(ref _changed, before + value, before);
                if (ReferenceEquals(seen, before))
                {
                    return;
                }
            }
        }

        remove
        {
            EventHandler<PriceChangedEventArgs> before;
            do
            {
                before = Volatile.Read(ref _changed);
            }
            while (Interlocked.CompareExchange(ref _changed, before - value, before) != before);
        }
    }

    public event EventHandler Closed;

    public void Start(Func<(string Symbol, decimal Price)?> next)
    {
        new Thread(() =>
        {
            while (next() is { } price)
            {
                OnChanged(new PriceChangedEventArgs(price.Symbol, price.Price));
            }

            Closed?.Invoke(this, EventArgs.Empty);
        }) { IsBackground = true }.Start();
    }

    protected virtual void OnChanged(PriceChangedEventArgs e) => _changed?.Invoke(this, e);
}
