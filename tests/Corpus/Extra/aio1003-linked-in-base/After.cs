using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1003LinkedInBase.After;

public sealed record LogonReply(string Venue, int HeartbeatSeconds, long MaxQuantity, decimal MaxNotional);

public readonly record struct NewOrder(string Symbol, long Quantity, decimal Price);

public interface ISessionFrame
{
}

public sealed record LogonFrame(LogonReply Reply) : ISessionFrame;

public sealed record LogoutFrame(string Reason) : ISessionFrame;

public abstract class LineSession
{
    protected const int Pending = 0;
    protected const int Linked = 1;
    protected const int Closed = 2;

    private int _state;

    public bool IsLinked => Volatile.Read(ref _state) == Linked;

    public void Pump(BlockingCollection<ISessionFrame> inbound)
    {
        foreach (ISessionFrame frame in inbound.GetConsumingEnumerable())
        {
            switch (frame)
            {
                case LogonFrame logon when _state == Pending:
                    OnAccepted(logon.Reply);
                    break;
                case LogoutFrame:
                    Volatile.Write(ref _state, Closed);
                    return;
            }
        }
    }

    protected virtual void OnAccepted(LogonReply reply)
    {
        Volatile.Write(ref _state, Linked);
    }
}

public sealed class OrderEntrySession : LineSession
{
    private readonly ConcurrentQueue<string> _outbound = new ConcurrentQueue<string>();
    private string _venue;
    private int _heartbeatSeconds;
    private long _maxQuantity;
    private decimal _maxNotional;
    private long _sequence;

    public bool TryDequeue(out string wire) => _outbound.TryDequeue(out wire);

    public TimeSpan HeartbeatInterval =>
        IsLinked ? TimeSpan.FromSeconds(_heartbeatSeconds) : Timeout.InfiniteTimeSpan;

    public bool TrySubmit(in NewOrder order, out string rejection)
    {
        if (!IsLinked)
        {
            rejection = "not linked";
            return false;
        }

        if (order.Quantity > _maxQuantity)
        {
            rejection = "quantity above the limit of " + _venue.ToUpperInvariant();
            return false;
        }

        if (order.Price * order.Quantity > _maxNotional)
        {
            rejection = "notional above the limit of " + _venue.ToUpperInvariant();
            return false;
        }

        long sequence = Interlocked.Increment(ref _sequence);
        _outbound.Enqueue(sequence + "|" + _venue + "|" + order.Symbol + "|" + order.Quantity);
        rejection = null;
        return true;
    }

    protected override void OnAccepted(LogonReply reply)
    {
        _venue = reply.Venue;
        _heartbeatSeconds = Math.Clamp(reply.HeartbeatSeconds, 1, 60);
        _maxQuantity = reply.MaxQuantity;
        _maxNotional = reply.MaxNotional;
        base.OnAccepted(reply);
    }
}
