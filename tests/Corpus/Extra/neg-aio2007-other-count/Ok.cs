using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007OtherCount;

public sealed class Lanes
{
    private readonly object _gate = new object();
    private readonly int _step;
    private volatile int[] _loads = new int[1];
    private int _size = 1;

    public Lanes(int step) => _step = step;

    public int Load(int lane)
    {
        if ((uint)lane >= (uint)_loads.Length)
            return 0;
        return Volatile.Read(ref _loads[lane]);
    }

    public void Widen()
    {
        lock (_gate)
        {
            int next = _size + 2 * _step;
            var wider = new int[next - 1];
            _loads.CopyTo(wider, 0);
            _loads = wider;
            _size = next - 1;
        }
    }
}
