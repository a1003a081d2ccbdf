using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Corpus.Extra.NegAio3006OtherListLater;

public sealed class NativeFrame
{
    public NativeFrame(int size)
    {
        Size = size;
        Block = Marshal.AllocHGlobal(size);
    }

    public IntPtr Block { get; }

    public int Size { get; }
}

/// <summary>The frame leaves the list that the renderer goes through before its memory is freed; the list of all that were shown it leaves afterwards.</summary>
public sealed class FrameQueue
{
    private readonly object _sync = new object();
    private readonly List<NativeFrame> _visible = new List<NativeFrame>();
    private readonly List<NativeFrame> _shown = new List<NativeFrame>();

    public void Show(NativeFrame frame)
    {
        lock (_sync)
        {
            _visible.Add(frame);
            _shown.Add(frame);
        }
    }

    public void Retire(NativeFrame frame)
    {
        lock (_sync)
            _visible.Remove(frame);

        Marshal.FreeHGlobal(frame.Block);

        lock (_sync)
            _shown.Remove(frame);
    }

    public void Render(int offset, byte value)
    {
        lock (_sync)
        {
            foreach (NativeFrame frame in _visible)
                Marshal.WriteByte(frame.Block, offset, value);
        }
    }

    public long Total()
    {
        long total = 0;
        lock (_sync)
        {
            foreach (NativeFrame frame in _shown)
                total += frame.Size;
        }

        return total;
    }
}
