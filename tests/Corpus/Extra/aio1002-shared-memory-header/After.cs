using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1002SharedMemoryHeader.After;

[StructLayout(LayoutKind.Sequential)]
public struct FrameHeader
{
    public int State;
    public int Length;
    public long Stamp;
}

public sealed unsafe class FrameSender
{
    private const int Empty = 0;
    private const int Ready = 1;

    private readonly byte* _base;
    private readonly int _frameSize;
    private readonly int _frames;
    private long _next;

    public FrameSender(byte* mapped, int frameSize, int frames)
    {
        _base = mapped;
        _frameSize = frameSize;
        _frames = frames;
    }

    public bool TrySend(ReadOnlySpan<byte> body, long stamp)
    {
        long offset = _next % _frames * _frameSize;
        if (body.Length > _frameSize - sizeof(FrameHeader) || StateAt(offset) != Empty)
        {
            return false;
        }

        body.CopyTo(new Span<byte>(_base + offset + sizeof(FrameHeader), body.Length));
        Write(body.Length, offset + sizeof(int));
        Write(stamp, offset + sizeof(long));
        Volatile.Write(ref *(int*)(_base + offset), Ready);
        _next++;
        return true;
    }

    private int StateAt(long offset) => Volatile.Read(ref *(int*)(_base + offset));

    private void Write<T>(T value, long offset)
        where T : unmanaged
    {
        *(T*)(_base + offset) = value;
    }
}
