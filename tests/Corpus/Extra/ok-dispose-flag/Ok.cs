using System;
using System.Buffers;
using System.IO;

namespace Corpus.Extra.OkDisposeFlag;

public class LineReader : IDisposable
{
    private readonly Stream _source;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private bool _disposed;

    public LineReader(Stream source, int size = 4096)
    {
        _source = source;
        _buffer = ArrayPool<byte>.Shared.Rent(size);
    }

    public bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsSpan(_start, length);
                _start += length + 1;
                return true;
            }

            if (!Fill())
            {
                line = default;
                return false;
            }
        }
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int read = _source.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (disposing)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
            _source.Dispose();
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }
}
