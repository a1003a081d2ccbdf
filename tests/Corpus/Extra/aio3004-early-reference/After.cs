using System;
using System.Diagnostics;
using System.Threading;

namespace Corpus.Extra.Aio3004EarlyReference.After;

public struct AuditRecord
{
    public long Timestamp;
    public int Actor;
    public int Action;
    public string Detail;
}

public sealed class AuditTrail
{
    private const int InitialCapacity = 64;

    private readonly object _sync = new object();
    private readonly int _limit;
    private AuditRecord[] _buffer = new AuditRecord[InitialCapacity];
    private int _head;
    private int _count;
    private long _dropped;

    public AuditTrail(int limit)
    {
        if (limit < InitialCapacity)
            throw new ArgumentOutOfRangeException(nameof(limit));
        _limit = limit;
    }

    public long Dropped
    {
        get
        {
            lock (_sync)
                return _dropped;
        }
    }

    public void Append(int actor, int action, string detail)
    {
        AuditRecord record;
        record.Timestamp = Stopwatch.GetTimestamp();
        record.Actor = actor;
        record.Action = action;
        record.Detail = detail;

        lock (_sync)
        {
            AuditRecord[] buffer = _buffer;
            if (_count == buffer.Length)
            {
                if (_count >= _limit)
                {
                    _dropped++;
                    return;
                }

                buffer = Grow();
            }

            buffer[(_head + _count) % buffer.Length] = record;
            _count++;
            Monitor.Pulse(_sync);
        }
    }

    public int Drain(Span<AuditRecord> destination, int millisecondsTimeout)
    {
        lock (_sync)
        {
            if (_count == 0)
                Monitor.Wait(_sync, millisecondsTimeout);

            int n = Math.Min(destination.Length, _count);
            for (int i = 0; i < n; i++)
            {
                ref AuditRecord slot = ref _buffer[_head];
                destination[i] = slot;
                slot = default;
                _head = (_head + 1) % _buffer.Length;
            }

            _count -= n;
            return n;
        }
    }

    private AuditRecord[] Grow()
    {
        AuditRecord[] larger = new AuditRecord[Math.Min(_limit, _buffer.Length * 2)];
        int firstPart = Math.Min(_count, _buffer.Length - _head);
        Array.Copy(_buffer, _head, larger, 0, firstPart);
        Array.Copy(_buffer, 0, larger, firstPart, _count - firstPart);
        _head = 0;
        _buffer = larger;
        return larger;
    }
}
