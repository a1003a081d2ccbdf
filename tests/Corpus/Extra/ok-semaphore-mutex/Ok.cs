using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.OkSemaphoreMutex;

public sealed class SharedConnection : IAsyncDisposable
{
    private readonly SemaphoreSlim _mutex = new SemaphoreSlim(1, 1);
    private readonly Func<CancellationToken, Task<Stream>> _dial;
    private Stream _stream;
    private bool _open;
    private int _dials;
    private int _sent;

    public SharedConnection(Func<CancellationToken, Task<Stream>> dial) => _dial = dial;

    public async Task<int> SendAsync(ReadOnlyMemory<byte> packet, CancellationToken stop)
    {
        await _mutex.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (!_open)
            {
                _stream = await _dial(stop).ConfigureAwait(false);
                _dials++;
                _open = true;
            }

            try
            {
                await _stream.WriteAsync(packet, stop).ConfigureAwait(false);
            }
            catch (IOException)
            {
                _open = false;
                await _stream.DisposeAsync().ConfigureAwait(false);
                throw;
            }

            return ++_sent;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _mutex.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_open)
            {
                _open = false;
                await _stream.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            _mutex.Release();
        }
    }
}
