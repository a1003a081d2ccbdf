using System;
using System.Collections.Generic;

public interface IAudioSink : IDisposable
{
    void Write(short[] samples);
}

/// <summary>Sends what the decoder gives to all sinks; these come and go while it plays.</summary>
public sealed class SinkBoard
{
    private readonly object _gate = new object();
    private readonly List<IAudioSink> _sinks = new List<IAudioSink>();
    private readonly HashSet<IAudioSink> _muted = new HashSet<IAudioSink>();

    public void Attach(IAudioSink sink)
    {
        lock (_gate)
        {
            _sinks.Add(sink);
        }
    }

    public void Play(short[] samples)
    {
        lock (_gate)
        {
            foreach (IAudioSink sink in _sinks)
            {
                if (!_muted.Contains(sink))
                    sink.Write(samples);
            }
        }
    }

    public void Detach(IAudioSink sink)
    {
        lock (_gate)
        {
            _muted.Add(sink);
        }

        sink.Dispose();
        lock (_gate)
        {
            _muted.Remove(sink);
            _sinks.Remove(sink);
        }
    }

    private void Drop(IAudioSink sink)
    {
        lock (_gate)
        {
            _sinks.Remove(sink);
        }
    }
}
