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
                try
                {
                    sink.Write(samples);
                }
                catch (ObjectDisposedException)
                {
                }
            }
        }
    }

    public void Detach(IAudioSink sink)
    {
        sink.Dispose();
        Drop(sink);
    }

    private void Drop(IAudioSink sink)
    {
        lock (_gate)
        {
            _sinks.Remove(sink);
        }
    }
}
