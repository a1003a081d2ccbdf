using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio1001SpanExporterPark.Before;

public sealed class SpanExporter
{
    private readonly string[] _ring = new string[1024];
    private readonly Func<string, Task> _send;
    private TaskCompletionSource<bool> _sleeper;
    private long _published;
    private long _sent;

    public SpanExporter(Func<string, Task> send) => _send = send;

    public void Start() => _ = Task.Run(RunAsync);

    public bool Export(string span)
    {
        long next = _published;
        if (next - Volatile.Read(ref _sent) == _ring.Length)
        {
            return false;
        }

        _ring[next & 1023] = span;
        Volatile.Write(ref _published, next + 1);
        TaskCompletionSource<bool> sleeper = Volatile.Read(ref _sleeper);
        sleeper?.TrySetResult(true);
        return true;
    }

    private async Task RunAsync()
    {
        while (true)
        {
            long at = _sent;
            if (at < Volatile.Read(ref _published))
            {
                string span = _ring[at & 1023];
                Volatile.Write(ref _sent, at + 1);
                await _send(span).ConfigureAwait(false);
                continue;
            }

            var wake = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _sleeper, wake);
            if (at == Volatile.Read(ref _published))
            {
                await wake.Task.ConfigureAwait(false);
            }

            Volatile.Write(ref _sleeper, null);
        }
    }
}
