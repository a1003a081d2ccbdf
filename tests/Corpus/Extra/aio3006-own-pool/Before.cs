using System.Collections.Generic;

namespace Corpus.Extra.Aio3006OwnPool.Before;

public sealed class Frame
{
    internal readonly int[] Pixels = new int[4096];
}

public sealed class FramePool
{
    private readonly object _sync = new object();
    private readonly Stack<Frame> _idle = new Stack<Frame>();

    public Frame Get()
    {
        lock (_sync)
        {
            return _idle.Count == 0 ? new Frame() : _idle.Pop();
        }
    }

    public void Put(Frame frame)
    {
        lock (_sync)
        {
            _idle.Push(frame);
        }
    }
}

public sealed class Screen
{
    private readonly object _sync = new object();
    private readonly FramePool _pool;
    private Frame _shown;

    public Screen(FramePool pool)
    {
        _pool = pool;
        _shown = pool.Get();
    }

    public void Renew()
    {
        Frame old = _shown;
        _pool.Put(old);
        lock (_sync)
        {
            _shown = _pool.Get();
        }
    }

    public void Plot(int at, int colour)
    {
        lock (_sync)
        {
            _shown.Pixels[at & 4095] = colour;
        }
    }
}
