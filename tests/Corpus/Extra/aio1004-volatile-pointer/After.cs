using System.Threading;

namespace Corpus.Extra.Aio1004VolatilePointer.After;

/// <summary>Gauges that another process appends to shared memory.</summary>
public sealed unsafe class GaugeView
{
    private readonly long* _values;
    private readonly int* _count;

    public GaugeView(byte* shared)
    {
        _count = (int*)shared;
        _values = (long*)(shared + 64);
    }

    public long Latest()
    {
        int count = Volatile.Read(ref *_count);
        return count == 0 ? 0 : _values[count - 1];
    }

    public long Sum(int from)
    {
        long sum = 0;
        int count = Volatile.Read(ref *_count);
        for (int i = from; i < count; i++)
        {
            sum += _values[i];
        }

        return sum;
    }
}
