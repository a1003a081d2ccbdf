using System;
using System.IO;
using System.Text;
using System.Threading;

namespace Corpus.Extra.Aio3006TargetBeforeTimer.Before;

public abstract class LogTarget : IDisposable
{
    public abstract void Write(string line);

    protected abstract void CloseTarget();

    public void Dispose()
    {
        CloseTarget();
        GC.SuppressFinalize(this);
    }
}

public class AutoFlushFileTarget : LogTarget
{
    private readonly object _syncRoot = new object();
    private readonly StreamWriter _writer;
    private readonly Timer _flushTimer;
    private bool _closed;
    private int _unflushed;

    public AutoFlushFileTarget(string path, TimeSpan flushInterval)
        : this(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read), flushInterval)
    {
    }

    public AutoFlushFileTarget(Stream stream, TimeSpan flushInterval)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(false));
        _flushTimer = new Timer(FlushTimerCallback, null, flushInterval, flushInterval);
    }

    public override void Write(string line)
    {
        lock (_syncRoot)
        {
            if (_closed)
                return;

            _writer.WriteLine(line);
            _unflushed++;
        }
    }

    protected override void CloseTarget()
    {
        lock (_syncRoot)
        {
            if (_closed)
                return;

            _closed = true;
            _writer.Dispose();
        }

        using (var stopped = new ManualResetEvent(false))
        {
            if (_flushTimer.Dispose(stopped))
                stopped.WaitOne();
        }
    }

    private void FlushTimerCallback(object state)
    {
        lock (_syncRoot)
        {
            if (_unflushed == 0)
                return;

            _unflushed = 0;
            _writer.Flush();
        }
    }
}
