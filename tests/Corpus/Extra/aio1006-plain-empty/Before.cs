using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1006PlainEmpty.Before;

public struct Exchanger<T>
{
    private const int Empty = 0;
    private const int Full = 2;

    private int _state;
    private T _value;

    public bool TryPut(T value)
    {
        if (Interlocked.CompareExchange(ref _state, 1, Empty) != Empty)
        {
            return false;
        }

        _value = value;
        Volatile.Write(ref _state, Full);
        return true;
    }

    public bool TryTake(out T value)
    {
        if (Volatile.Read(ref _state) != Full)
        {
            value = default;
            return false;
        }

        value = _value;
        _value = default;
        _state = Empty;
        return true;
    }
}

public sealed class LanePair
{
    private Exchanger<decimal> _bid;
    private Exchanger<decimal> _ask;

    public bool Quote(decimal bid, decimal ask) => _bid.TryPut(bid) & _ask.TryPut(ask);

    public Task<(int Bids, decimal Last)> Watch(CancellationToken stop) => Task.Run(() =>
    {
        int bids = 0;
        decimal last = 0;
        while (!stop.IsCancellationRequested)
        {
            if (_bid.TryTake(out decimal bid))
            {
                bids++;
                last = bid;
            }

            if (_ask.TryTake(out decimal ask))
            {
                last = (last + ask) / 2;
            }
        }

        return (bids, last);
    });
}
