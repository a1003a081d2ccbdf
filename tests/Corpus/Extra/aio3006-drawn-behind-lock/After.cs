using System;
using System.Buffers;
using System.Threading;

namespace Corpus.Extra.Aio3006DrawnBehindLock.After;

public sealed class Meter
{
    private readonly object _sync = new();
    private readonly Action<float[]> _draw;
    private float[] _levels;
    private volatile bool _stopped;

    public Meter(int channels, Action<float[]> draw)
    {
        _draw = draw;
        _levels = Clean(channels);
        new Thread(DrawLoop) { IsBackground = true }.Start();
    }

    public void SetChannels(int channels)
    {
        float[] fresh = Clean(channels);
        float[] old;
        lock (_sync)
        {
            old = _levels;
            _levels = fresh;
        }

        ArrayPool<float>.Shared.Return(old);
    }

    public void Stop() => _stopped = true;

    private static float[] Clean(int channels)
    {
        float[] levels = ArrayPool<float>.Shared.Rent(channels);
        Array.Clear(levels, 0, levels.Length);
        return levels;
    }

    private void DrawLoop()
    {
        while (!_stopped)
        {
            lock (_sync)
            {
                _draw(_levels);
            }

            Thread.Sleep(20);
        }
    }
}
