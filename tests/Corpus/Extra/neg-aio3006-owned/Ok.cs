using System;
using System.Buffers;
using System.Linq;
using System.Threading;

namespace Corpus.Extra.NegAio3006Owned;

public sealed class RentedWriter : IDisposable
{
    private static long s_open;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(256);
    private int _count;

    public RentedWriter() => Interlocked.Increment(ref s_open);

    public static long Open => Interlocked.Read(ref s_open);

    public void Write(byte value)
    {
        if (_count == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(_count * 2);
            Array.Copy(_buffer, larger, _count);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        _buffer[_count++] = value;
    }

    public byte[] ToArray() => _buffer.AsSpan(0, _count).ToArray();

    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = null;
        ArrayPool<byte>.Shared.Return(buffer);
        Interlocked.Decrement(ref s_open);
    }
}
