using System;
using System.Threading;

namespace Corpus.Extra.Aio1005BodyBeforeState.After;

public sealed unsafe class FrameReceiver
{
    private const int Ready = 1;
    private const int Empty = 0;
    private const int StateOffset = 0;
    private const int LengthOffset = 4;
    private const int BodyOffset = 8;

    private readonly byte* _base;
    private readonly int _frameSize;
    private readonly int _frames;
    private int _next;

    public FrameReceiver(byte* mapped, int frameSize, int frames)
    {
        _base = mapped;
        _frameSize = frameSize;
        _frames = frames;
    }

    private byte* Frame => _base + (_next * (long)_frameSize);

    public bool TryReceive(Span<byte> into, out int length)
    {
        byte* frame = Frame;
        if (Volatile.Read(ref *(int*)(frame + StateOffset)) != Ready)
        {
            length = 0;
            return false;
        }

        length = Math.Min(*(int*)(frame + LengthOffset), _frameSize - BodyOffset);
        new Span<byte>(frame + BodyOffset, length).CopyTo(into);

        Volatile.Write(ref *(int*)(frame + StateOffset), Empty);
        _next = (_next + 1) % _frames;
        return true;
    }
}
