using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.NegAio3006DisposeExchange;

public sealed class ScratchPad : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public void Append(ReadOnlySpan<byte> data)
    {
        byte[] buffer = _buffer ?? throw new ObjectDisposedException(nameof(ScratchPad));
        if (_length + data.Length > buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, _length + data.Length));
            buffer.AsSpan(0, _length).CopyTo(larger);
            _buffer = larger;
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        data.CopyTo(buffer.AsSpan(_length));
        _length += data.Length;
    }

    public byte[] ToArray() => _buffer.AsSpan(0, _length).ToArray();

    public void Dispose()
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, null);
        if (buffer != null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
