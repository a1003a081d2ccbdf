using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2002GatedGiveBack;

public sealed class FrameWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly SemaphoreSlim _sending = new SemaphoreSlim(1, 1);
    private readonly Timer _keepAlive;
    private byte[] _buffer;

    public FrameWriter(Stream stream)
    {
        _stream = stream;
        _keepAlive = new Timer(state => ((FrameWriter)state).KeepAlive(), this, 1000, 1000);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        await _sending.WaitAsync();
        try
        {
            _buffer = ArrayPool<byte>.Shared.Rent(payload.Length);
            payload.CopyTo(_buffer);
            await _stream.WriteAsync(_buffer, 0, payload.Length);
        }
        finally
        {
            GiveBack();
            _sending.Release();
        }
    }

    public void Dispose() => _keepAlive.Dispose();

    private void KeepAlive()
    {
        if (!_sending.Wait(0))
            return;
        try
        {
            _buffer = ArrayPool<byte>.Shared.Rent(2);
            _buffer[0] = 0x89;
            _buffer[1] = 0;
            _stream.Write(_buffer, 0, 2);
        }
        finally
        {
            GiveBack();
            _sending.Release();
        }
    }

    private void GiveBack()
    {
        byte[] old = _buffer;
        if (old != null)
        {
            _buffer = null;
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}
