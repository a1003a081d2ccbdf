using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio3004FilledBehindLock.After;

public sealed class DoubleBufferedLog : IDisposable
{
    private readonly object _bufferLock = new object();
    private readonly object _flushLock = new object();
    private readonly Stream _file;
    private readonly Timer _timer;
    private byte[] _active;
    private byte[] _spare;
    private int _used;
    private long _dropped;
    private bool _sealed;
    private bool _closed;

    public DoubleBufferedLog(Stream file, int bufferSize, TimeSpan interval)
    {
        _file = file;
        _active = new byte[bufferSize];
        _spare = new byte[bufferSize];
        _timer = new Timer(static state => ((DoubleBufferedLog)state).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(interval, interval);
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public bool Append(ReadOnlySpan<byte> record)
    {
        lock (_bufferLock)
        {
            if (_sealed || record.Length > _active.Length - _used)
            {
                Interlocked.Increment(ref _dropped);
                return false;
            }

            record.CopyTo(_active.AsSpan(_used));
            _used += record.Length;
            return true;
        }
    }

    public void Flush()
    {
        lock (_flushLock)
        {
            if (!_closed)
            {
                WriteActive();
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_flushLock)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            lock (_bufferLock)
            {
                _sealed = true;
            }

            try
            {
                WriteActive();
            }
            finally
            {
                _file.Dispose();
            }
        }
    }

    private void WriteActive()
    {
        byte[] full;
        int length;
        lock (_bufferLock)
        {
            full = _active;
            length = _used;
            _active = _spare;
            _spare = full;
            _used = 0;
        }

        if (length > 0)
        {
            _file.Write(full, 0, length);
            _file.Flush();
        }
    }

    private void OnTick()
    {
        try
        {
            Flush();
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _dropped);
        }
    }
}
