using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.Aio1007FramePacer.After;

internal sealed class FrameFence
{
    private long _completed = -1;

    public long Completed => Volatile.Read(ref _completed);

    public void Signal(long frame) => Volatile.Write(ref _completed, frame);
}

public sealed class FramePacer
{
    private readonly FrameFence[] _fences;
    private readonly BlockingCollection<(long Frame, Action Draw)> _submitted = new BlockingCollection<(long Frame, Action Draw)>();

    public FramePacer(int framesInFlight)
    {
        _fences = new FrameFence[framesInFlight];
        for (int i = 0; i < framesInFlight; i++)
        {
            _fences[i] = new FrameFence();
        }

        new Thread(Present) { IsBackground = true, Name = "present" }.Start();
    }

    public long Submit(long frame, Action draw)
    {
        long waited = 0;
        if (frame >= _fences.Length)
        {
            FrameFence fence = _fences[frame % _fences.Length];
            long earlier = frame - _fences.Length;
            while (fence.Completed < earlier)
            {
                waited++;
            }
        }

        _submitted.Add((frame, draw));
        return waited;
    }

    private void Present()
    {
        foreach ((long frame, Action draw) in _submitted.GetConsumingEnumerable())
        {
            draw();
            _fences[frame % _fences.Length].Signal(frame);
        }
    }
}
