using System;
using System.Collections.Generic;

namespace Corpus.Extra.Aio3007ChannelRegistry.Before;

public sealed class WireChannel
{
    private byte[][] _frames;
    private int _limit;

    internal void SetUp(int frames, int size)
    {
        var made = new byte[frames][];
        for (int i = 0; i < frames; i++)
        {
            made[i] = new byte[size];
        }

        _limit = size;
        _frames = made;
    }

    internal int Copy(int frame, byte[] from)
    {
        int count = Math.Min(from.Length, _limit);
        Array.Copy(from, _frames[frame], count);
        return count;
    }
}

public sealed class ChannelRegistry
{
    private readonly object _sync = new object();
    private readonly Dictionary<int, WireChannel> _channels = new Dictionary<int, WireChannel>();
    private int _next;

    public int Add(int frames, int size)
    {
        int id;
        var channel = new WireChannel();
        lock (_sync)
        {
            id = ++_next;
            _channels.Add(id, channel);
        }

        channel.SetUp(frames, size);
        return id;
    }

    public int Dispatch(int id, int frame, byte[] data)
    {
        lock (_sync)
        {
            return _channels.TryGetValue(id, out WireChannel channel) ? channel.Copy(frame, data) : 0;
        }
    }
}
