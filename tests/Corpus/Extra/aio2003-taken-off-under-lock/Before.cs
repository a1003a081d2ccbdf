using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Corpus.Extra.Aio2003TakenOffUnderLock.Before;

[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct CounterCell
{
    [FieldOffset(0)] public long Value;
}

public sealed class StripedCounter
{
    private readonly CounterCell[] _cells;
    private readonly int _mask;

    public StripedCounter(string name)
    {
        Name = name;
        int size = 1;
        while (size < Environment.ProcessorCount)
            size <<= 1;
        _cells = new CounterCell[size];
        _mask = size - 1;
    }

    public string Name { get; }

    public void Increment() => Add(1);

    public void Add(long delta)
    {
        if (delta < 0)
            throw new ArgumentOutOfRangeException(nameof(delta));
        Interlocked.Add(ref _cells[Thread.GetCurrentProcessorId() & _mask].Value, delta);
    }

    public long Peek()
    {
        long sum = 0;
        for (int i = 0; i < _cells.Length; i++)
            sum += Volatile.Read(ref _cells[i].Value);
        return sum;
    }

    internal long CollectDelta()
    {
        long sum = 0;
        for (int i = 0; i < _cells.Length; i++)
        {
            ref CounterCell cell = ref _cells[i];
            long taken = Volatile.Read(ref cell.Value);
            cell.Value -= taken;
            sum += taken;
        }

        return sum;
    }
}

public sealed class DeltaReader
{
    private readonly object _gate = new object();
    private readonly Dictionary<string, StripedCounter> _counters = new Dictionary<string, StripedCounter>(StringComparer.Ordinal);

    public StripedCounter GetOrCreate(string name)
    {
        lock (_gate)
        {
            if (!_counters.TryGetValue(name, out StripedCounter counter))
            {
                counter = new StripedCounter(name);
                _counters.Add(name, counter);
            }

            return counter;
        }
    }

    public IReadOnlyDictionary<string, long> Collect()
    {
        Dictionary<string, long> report = new Dictionary<string, long>(StringComparer.Ordinal);
        lock (_gate)
        {
            foreach (KeyValuePair<string, StripedCounter> pair in _counters)
            {
                long delta = pair.Value.CollectDelta();
                if (delta != 0)
                    report.Add(pair.Key, delta);
            }
        }

        return report;
    }
}
