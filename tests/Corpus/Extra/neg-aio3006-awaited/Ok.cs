using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3006Awaited;

public sealed class PumpLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new CancellationTokenSource();
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(16);
    private readonly Task _loop;
    private int _rounds;

    public PumpLoop() => _loop = Task.Run(Loop);

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        await _loop.ConfigureAwait(false);
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private async Task Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            _buffer[Interlocked.Increment(ref _rounds) & 15]++;
            await Task.Delay(1);
        }
    }
}
