using System.Threading;

namespace Corpus.Extra.NegAio4002RefUnderLock;

public sealed class Meter
{
    private readonly object _gate = new object();
    private volatile int _level;

    public int Level => _level;

    public void Raise(int by)
    {
        lock (_gate)
        {
            ref int level = ref _level;
            level += by;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _level = 0;
        }
    }
}
