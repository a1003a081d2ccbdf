using System.Threading;

namespace Corpus.Extra.NegAio4001LockBeside;

public sealed class Ledger
{
    private readonly object _gate = new object();
    private int _entries;
    private volatile bool _audited;
    private volatile bool _auditing;

    public bool Add()
    {
        lock (_gate)
        {
            _entries++;
        }

        Interlocked.MemoryBarrier();
        return _audited;
    }

    public int Audit()
    {
        _auditing = true;
        Interlocked.MemoryBarrier();
        lock (_gate)
        {
            _audited = _auditing;
            return _entries;
        }
    }
}
