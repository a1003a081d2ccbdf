using System;
using System.Collections.Generic;

namespace Corpus.Extra.NegAio3001CalledBackInside;

public interface ISink
{
    void Put(byte value);
}

public static class Encoder
{
    public static void Write(ISink sink, string text)
    {
        foreach (char c in text)
        {
            sink.Put((byte)c);
        }
    }
}

/// <summary>The encoder is given the object under the lock, and calls back through the interface.</summary>
public sealed class Record : ISink
{
    private readonly object _lock = new object();
    private readonly List<byte> _bytes = new List<byte>();

    public void Add(string text)
    {
        lock (_lock)
        {
            _bytes.Add(0);
            Encoder.Write(this, text);
        }
    }

    public byte[] Take()
    {
        lock (_lock)
        {
            byte[] all = _bytes.ToArray();
            _bytes.Clear();
            return all;
        }
    }

    void ISink.Put(byte value) => _bytes.Add(value);
}
