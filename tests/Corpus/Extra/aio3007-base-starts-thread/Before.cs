using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.Aio3007BaseStartsThread.Before;

public abstract class PollingSource : IDisposable
{
    private readonly Thread _thread;
    private readonly int _period;
    private long _rounds;
    private volatile bool _stopping;

    protected PollingSource(string name, TimeSpan period)
    {
        _period = (int)period.TotalMilliseconds;
        _thread = new Thread(Loop) { IsBackground = true, Name = name };
        _thread.Start();
    }

    public long Rounds => Interlocked.Read(ref _rounds);

    protected abstract bool PollOnce();

    public void Dispose()
    {
        _stopping = true;
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private void Loop()
    {
        while (!_stopping)
        {
            Interlocked.Increment(ref _rounds);
            if (!PollOnce())
            {
                Thread.Sleep(_period);
            }
        }
    }
}

public sealed class TailSource : PollingSource
{
    private readonly TextReader _reader;
    private readonly Action<int, string> _sink;
    private int _line;

    public TailSource(TextReader reader, Action<int, string> sink)
        : base("tail", TimeSpan.FromMilliseconds(100))
    {
        _reader = reader;
        _sink = sink;
    }

    protected override bool PollOnce()
    {
        if (_reader.ReadLine() is not { } text)
        {
            return false;
        }

        _sink(++_line, text);
        return true;
    }
}
