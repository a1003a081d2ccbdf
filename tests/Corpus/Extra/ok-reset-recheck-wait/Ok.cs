using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.OkResetRecheckWait;

public sealed class AuditTrail : IDisposable
{
    private readonly ConcurrentQueue<string> _entries = new ConcurrentQueue<string>();
    private readonly ManualResetEventSlim _any = new ManualResetEventSlim(false);
    private readonly CancellationTokenSource _stop = new CancellationTokenSource();
    private readonly Action<string> _write;
    private readonly Thread _thread;

    public AuditTrail(Action<string> write)
    {
        _write = write;
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public void Add(string entry)
    {
        _entries.Enqueue(entry);
        _any.Set();
    }

    private void Run()
    {
        while (!_stop.IsCancellationRequested)
        {
            WriteAll();
            _any.Reset();
            if (!_entries.IsEmpty)
            {
                continue;
            }

            try
            {
                _any.Wait(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        WriteAll();
    }

    private void WriteAll()
    {
        while (_entries.TryDequeue(out string entry))
        {
            _write(entry);
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _any.Dispose();
        _stop.Dispose();
    }
}
