using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002FillingSlot;

public enum Side : byte
{
    Buy,
    Sell,
}

public readonly record struct OrderRequest(long ClientOrderId, int InstrumentId, Side Side, long Quantity, long PriceTicks);

public interface IExchangePort
{
    void Send(in OrderRequest order);
}

public sealed class OrderLane : IDisposable
{
    private readonly OrderSlot[] _slots;
    private readonly IExchangePort _port;
    private readonly Thread _sender;
    private readonly object _producerLock = new object();
    private int _fillIndex;
    private int _sendIndex;
    private volatile bool _stopping;
    private int _disposed;

    public OrderLane(IExchangePort port, int slots)
    {
        _port = port ?? throw new ArgumentNullException(nameof(port));
        _slots = new OrderSlot[slots];
        for (int i = 0; i < slots; i++)
        {
            _slots[i] = new OrderSlot();
        }

        _sender = new Thread(SendLoop) { IsBackground = true, Name = "order-lane" };
        _sender.Start();
    }

    public bool TryPost(in OrderRequest order)
    {
        lock (_producerLock)
        {
            OrderSlot slot = _slots[_fillIndex];
            if (_stopping || !slot.TryFill(in order))
            {
                return false;
            }

            _fillIndex = (_fillIndex + 1) % _slots.Length;
            return true;
        }
    }

    public (int Free, int Filling, int Ready) Describe()
    {
        int free = 0;
        int filling = 0;
        int ready = 0;
        foreach (OrderSlot slot in _slots)
        {
            switch (slot.State)
            {
                case OrderSlot.Free:
                    free++;
                    break;
                case OrderSlot.Filling:
                    filling++;
                    break;
                default:
                    ready++;
                    break;
            }
        }

        return (free, filling, ready);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            lock (_producerLock)
            {
                _stopping = true;
            }

            _sender.Join();
        }
    }

    private void SendLoop()
    {
        var spin = new SpinWait();
        while (true)
        {
            bool stopping = _stopping;
            if (_slots[_sendIndex].TryTake(out OrderRequest order))
            {
                _sendIndex = (_sendIndex + 1) % _slots.Length;
                _port.Send(in order);
                spin.Reset();
            }
            else if (stopping)
            {
                return;
            }
            else
            {
                spin.SpinOnce();
            }
        }
    }

    private sealed class OrderSlot
    {
        public const int Free = 0;
        public const int Filling = 1;
        public const int Ready = 2;

        private int _state;
        private OrderRequest _order;

        public int State => Volatile.Read(ref _state);

        public bool TryFill(in OrderRequest order)
        {
            if (State != Free)
            {
                return false;
            }

            Volatile.Write(ref _state, Filling);
            _order = order;
            Volatile.Write(ref _state, Ready);
            return true;
        }

        public bool TryTake(out OrderRequest order)
        {
            if (State != Ready)
            {
                order = default;
                return false;
            }

            order = _order;
            Volatile.Write(ref _state, Free);
            return true;
        }
    }
}
