using System;
using System.Buffers;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3006LoopTaskBuffer.After;

public sealed class TailLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new CancellationTokenSource();
    private readonly Func<byte[], ValueTask<int>> _read;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private readonly Task _loop;
    private long _total;

    public TailLoop(Func<byte[], ValueTask<int>> read)
    {
        _read = read;
        _loop = Task.Run(Loop);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Cancel();
        await _loop;
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private async Task Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            int count = await _read(_buffer);
            for (int i = 0; i < count; i++)
            {
                Interlocked.Add(ref _total, _buffer[i]);
            }
        }
    }
}
