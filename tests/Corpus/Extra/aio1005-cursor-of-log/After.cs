using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio1005CursorOfLog.After;

public readonly struct Sample
{
    public Sample(long timestamp, double value)
    {
        Timestamp = timestamp;
        Value = value;
    }

    public long Timestamp { get; }

    public double Value { get; }
}

public sealed class SampleLog
{
    private readonly Sample[] _samples;
    private readonly object _appendLock = new object();
    private int _committed;

    public SampleLog(int capacity)
    {
        _samples = new Sample[capacity];
    }

    public int Capacity => _samples.Length;

    public int Count => Volatile.Read(ref _committed);

    public bool TryAppend(long timestamp, double value)
    {
        lock (_appendLock)
        {
            int position = _committed;
            if (position == _samples.Length)
            {
                return false;
            }

            _samples[position] = new Sample(timestamp, value);
            Volatile.Write(ref _committed, position + 1);
            return true;
        }
    }

    public Cursor OpenCursor() => new Cursor(this);

    private Sample Load(int position) => _samples[position];

    private bool IsCommitted(int position) => position < Volatile.Read(ref _committed);

    public sealed class Cursor
    {
        private readonly SampleLog _log;
        private int _position = -1;
        private Sample _current;

        internal Cursor(SampleLog log)
        {
            _log = log;
        }

        public Sample Current => _current;

        public int Position => _position;

        public bool MoveNext()
        {
            int next = _position + 1;
            if (next >= _log.Capacity)
            {
                return false;
            }

            if (!_log.IsCommitted(next))
            {
                return false;
            }

            Sample candidate = _log.Load(next);
            _current = candidate;
            _position = next;
            return true;
        }
    }
}

public sealed class RollingAverage
{
    private readonly SampleLog.Cursor _cursor;
    private readonly Queue<double> _window = new Queue<double>();
    private readonly int _width;
    private double _sum;

    public RollingAverage(SampleLog log, int width)
    {
        _cursor = log.OpenCursor();
        _width = width;
    }

    public double Advance()
    {
        while (_cursor.MoveNext())
        {
            _window.Enqueue(_cursor.Current.Value);
            _sum += _cursor.Current.Value;
            if (_window.Count > _width)
            {
                _sum -= _window.Dequeue();
            }
        }

        return _window.Count == 0 ? 0 : _sum / _window.Count;
    }
}
