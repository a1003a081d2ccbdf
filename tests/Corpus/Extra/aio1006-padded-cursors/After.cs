using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio1006PaddedCursors.After;

[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct Cursors
{
    [FieldOffset(64)] public int Read;
    [FieldOffset(128)] public int Written;
}

public sealed class FrameRing<TFrame> where TFrame : class
{
    private readonly TFrame[] _frames;
    private Cursors _cursors;

    public FrameRing(int size)
    {
        _frames = new TFrame[size];
    }

    public bool TryPush(TFrame frame)
    {
        int written = _cursors.Written;
        if (written - Volatile.Read(ref _cursors.Read) == _frames.Length)
        {
            return false;
        }

        _frames[written % _frames.Length] = frame;
        Volatile.Write(ref _cursors.Written, written + 1);
        return true;
    }

    public TFrame Pop()
    {
        int read = _cursors.Read;
        if (read == Volatile.Read(ref _cursors.Written))
        {
            return null;
        }

        int index = read % _frames.Length;
        TFrame frame = _frames[index];
        _frames[index] = null;
        Volatile.Write(ref _cursors.Read, read + 1);
        return frame;
    }
}
