using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2001CloseOnce.After;

public sealed class ClientSession
{
    private readonly Stream _stream;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(8192);
    private readonly Timer _heartbeat;
    private int _closed;
    private long _lastSeen = Environment.TickCount64;

    public ClientSession(Stream stream)
    {
        _stream = stream;
        _heartbeat = new Timer(OnHeartbeat, null, 5000, 5000);
    }

    public async Task RunAsync(Action<int> received)
    {
        try
        {
            int read;
            while ((read = await _stream.ReadAsync(_buffer).ConfigureAwait(false)) > 0)
            {
                Volatile.Write(ref _lastSeen, Environment.TickCount64);
                received(read);
            }
        }
        finally
        {
            Close();
        }
    }

    private void OnHeartbeat(object state)
    {
        if (Environment.TickCount64 - Volatile.Read(ref _lastSeen) > 30000)
        {
            _stream.Dispose();
        }
    }

    private void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        _heartbeat.Dispose();
        _stream.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
