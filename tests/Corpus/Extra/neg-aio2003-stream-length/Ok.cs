using System;
using System.IO;
using System.Threading;

namespace Corpus.Extra.NegAio2003StreamLength;

public sealed unsafe class NativeStream : Stream
{
    private readonly byte* _memory;
    private readonly long _capacity;
    private long _length;
    private long _position;

    public NativeStream(byte* memory, long capacity)
    {
        _memory = memory;
        _capacity = capacity;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Interlocked.Read(ref _length);

    public override long Position
    {
        get => Interlocked.Read(ref _position);
        set => Interlocked.Exchange(ref _position, value);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value)
    {
        Interlocked.Exchange(ref _length, value);
        if (Interlocked.Read(ref _position) > value)
            Interlocked.Exchange(ref _position, value);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        long at = Interlocked.Read(ref _position);
        int read = (int)Math.Min(count, Interlocked.Read(ref _length) - at);
        new ReadOnlySpan<byte>(_memory + at, read).CopyTo(buffer.AsSpan(offset));
        Interlocked.Exchange(ref _position, at + read);
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        long at = Interlocked.Read(ref _position);
        if (at + count > _capacity)
            throw new NotSupportedException();
        buffer.AsSpan(offset, count).CopyTo(new Span<byte>(_memory + at, count));
        long end = at + count;
        if (end > Interlocked.Read(ref _length))
            Interlocked.Exchange(ref _length, end);
        Interlocked.Exchange(ref _position, end);
    }
}
