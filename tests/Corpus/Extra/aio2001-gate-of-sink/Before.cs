using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio2001GateOfSink.Before;

internal struct FlushGate
{
    private int _armed;

    public bool IsArmed => Volatile.Read(ref _armed) != 0;

    public bool TryArm()
    {
        if (IsArmed)
        {
            return false;
        }

        Arm();
        return true;
    }

    public void Disarm() => Interlocked.Exchange(ref _armed, 0);

    private void Arm() => Volatile.Write(ref _armed, 1);
}

public sealed class LineSink : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<string> _lines = new ConcurrentQueue<string>();
    private readonly TextWriter _writer;
    private readonly Action<Exception> _selfLog;
    private readonly int _queueLimit;
    private readonly int _batchSize;
    private FlushGate _gate;
    private int _depth;
    private long _dropped;

    public LineSink(TextWriter writer, int queueLimit, int batchSize, Action<Exception> selfLog)
    {
        _writer = writer ?? throw new ArgumentNullException(nameof(writer));
        _selfLog = selfLog ?? (static _ => { });
        _queueLimit = queueLimit;
        _batchSize = batchSize;
    }

    public long Dropped => Interlocked.Read(ref _dropped);

    public void Emit(string line)
    {
        if (Interlocked.Increment(ref _depth) > _queueLimit)
        {
            Interlocked.Decrement(ref _depth);
            Interlocked.Increment(ref _dropped);
            return;
        }

        _lines.Enqueue(line);
        Interlocked.MemoryBarrier();
        Schedule();
    }

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            int written = 0;
            while (written < _batchSize && _lines.TryDequeue(out string line))
            {
                Interlocked.Decrement(ref _depth);
                _writer.WriteLine(line);
                written++;
            }

            if (written > 0)
            {
                _writer.Flush();
            }
        }
        catch (IOException e)
        {
            _selfLog(e);
        }
        finally
        {
            _gate.Disarm();
        }

        if (!_lines.IsEmpty)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        if (_gate.TryArm())
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
