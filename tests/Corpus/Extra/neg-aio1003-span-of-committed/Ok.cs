using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003SpanOfCommitted;

public interface IRowSink
{
    void Emit(ReadOnlySpan<string> rows);
}

public sealed class RowBuffer
{
    private readonly IRowSink _sink;
    private readonly object _flushGate = new object();
    private readonly string[] _rows = new string[1024];
    private int _reserved;
    private int _committed;

    public RowBuffer(IRowSink sink) => _sink = sink;

    public bool Add(string row)
    {
        int index = Interlocked.Increment(ref _reserved) - 1;
        if (index >= _rows.Length)
            return false;
        _rows[index] = row;
        Interlocked.Increment(ref _committed);
        return true;
    }

    public void Finish()
    {
        lock (_flushGate)
        {
            int count = Math.Min(Interlocked.Exchange(ref _reserved, _rows.Length), _rows.Length);
            var spinner = new SpinWait();
            while (Volatile.Read(ref _committed) < count)
                spinner.SpinOnce();
            if (count > 0)
                _sink.Emit(_rows.AsSpan(0, count));
        }
    }
}
