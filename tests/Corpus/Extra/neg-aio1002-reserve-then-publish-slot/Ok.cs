using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio1002ReserveThenPublishSlot;

public sealed class SampleBuffer
{
    private readonly string[] _names;
    private readonly double[] _values;
    private readonly int[] _ready;
    private int _reserved;

    public SampleBuffer(int capacity)
    {
        _names = new string[capacity];
        _values = new double[capacity];
        _ready = new int[capacity];
    }

    public bool Add(string name, double value)
    {
        int at = Interlocked.Increment(ref _reserved) - 1;
        if (at >= _names.Length)
        {
            return false;
        }

        _names[at] = name;
        _values[at] = value;
        Volatile.Write(ref _ready[at], 1);
        return true;
    }

    public Dictionary<string, double> Collect()
    {
        var result = new Dictionary<string, double>();
        int end = Math.Min(Volatile.Read(ref _reserved), _names.Length);
        for (int i = 0; i < end; i++)
        {
            if (Volatile.Read(ref _ready[i]) == 1)
            {
                result[_names[i]] = _values[i];
            }
        }

        return result;
    }
}
