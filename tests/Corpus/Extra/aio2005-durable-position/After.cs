using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2005DurablePosition.After;

public readonly struct LogPosition : IComparable<LogPosition>
{
    public LogPosition(long segment, long offset)
    {
        Segment = segment;
        Offset = offset;
    }

    public long Segment { get; }
    public long Offset { get; }

    public int CompareTo(LogPosition other)
    {
        int bySegment = Segment.CompareTo(other.Segment);
        return bySegment != 0 ? bySegment : Offset.CompareTo(other.Offset);
    }
}

public interface ISegmentStore
{
    Stream Create(long segment);
}

public sealed class WriteAheadLog : IDisposable
{
    private sealed class Mark
    {
        public Mark(LogPosition position) => Position = position;

        public LogPosition Position { get; }
    }

    private readonly object _appendLock = new object();
    private readonly ISegmentStore _store;
    private readonly long _segmentSize;
    private Stream _current;
    private long _segment;
    private long _offset;
    private volatile Mark _durable = new Mark(default);

    public WriteAheadLog(ISegmentStore store, long segmentSize)
    {
        _store = store;
        _segmentSize = segmentSize;
        _current = store.Create(0);
    }

    public LogPosition Durable => _durable.Position;

    public bool IsDurable(LogPosition position) => position.CompareTo(Durable) <= 0;

    public LogPosition Append(ReadOnlySpan<byte> record)
    {
        lock (_appendLock)
        {
            if (_offset > 0 && _offset + record.Length > _segmentSize)
                Roll();

            _current.Write(record);
            _offset += record.Length;
            return new LogPosition(_segment, _offset);
        }
    }

    public void Flush()
    {
        lock (_appendLock)
        {
            _current.Flush();
            _durable = new Mark(new LogPosition(_segment, _offset));
        }
    }

    private void Roll()
    {
        _current.Flush();
        Stream next = _store.Create(_segment + 1);
        _current.Dispose();
        _current = next;
        _segment++;
        _offset = 0;
    }

    public void Dispose()
    {
        lock (_appendLock)
        {
            _current.Dispose();
        }
    }
}

public sealed class ReplicationCursor
{
    private readonly WriteAheadLog _log;
    private LogPosition _shipped;

    public ReplicationCursor(WriteAheadLog log) => _log = log;

    public bool TryAdvance(out LogPosition from, out LogPosition to)
    {
        from = _shipped;
        to = _log.Durable;
        if (to.CompareTo(from) <= 0)
            return false;

        _shipped = to;
        return true;
    }
}
