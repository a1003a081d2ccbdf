using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio3004WritersCounted;

public sealed class TraceLog : IDisposable
{
    private readonly object _bufferLock = new object();
    private readonly object _flushLock = new object();
    private readonly Stream _file;
    private readonly Timer _timer;
    private byte[] _active;
    private byte[] _spare;
    private int _used;
    private int _writers;

    public TraceLog(Stream file, int bufferSize, TimeSpan interval)
    {
        _file = file;
        _active = new byte[bufferSize];
        _spare = new byte[bufferSize];
        _timer = new Timer(static state => ((TraceLog)state).Flush(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, interval);
    }

    public bool Append(ReadOnlySpan<byte> record)
    {
        byte[] target;
        int offset;
        lock (_bufferLock)
        {
            if (record.Length > _active.Length - _used)
                return false;
            target = _active;
            offset = _used;
            _used += record.Length;
            _writers++;
        }

        record.CopyTo(target.AsSpan(offset));
        lock (_bufferLock)
        {
            if (--_writers == 0)
                Monitor.PulseAll(_bufferLock);
        }

        return true;
    }

    public void Flush()
    {
        lock (_flushLock)
        {
            byte[] full;
            int length;
            lock (_bufferLock)
            {
                while (_writers != 0)
                    Monitor.Wait(_bufferLock);
                full = _active;
                length = _used;
                _active = _spare;
                _spare = full;
                _used = 0;
            }

            if (length > 0)
                _file.Write(full, 0, length);
        }
    }

    public void Dispose()
    {
        using (var stopped = new ManualResetEvent(false))
        {
            if (_timer.Dispose(stopped))
                stopped.WaitOne();
        }

        Flush();
    }
}
