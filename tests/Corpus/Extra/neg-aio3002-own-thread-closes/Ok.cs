using System;
using System.Buffers;

namespace Corpus.Extra.NegAio3002OwnThreadCloses;

public sealed class Writer : IDisposable
{
    private readonly object _closing = new object();
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private bool _isClosed;
    private int _length;

    public void Write(byte value)
    {
        if (_isClosed)
        {
            throw new ObjectDisposedException(nameof(Writer));
        }

        _bytes[_length++] = value;
    }

    public void Dispose()
    {
        lock (_closing)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                ArrayPool<byte>.Shared.Return(_bytes);
            }
        }
    }
}
