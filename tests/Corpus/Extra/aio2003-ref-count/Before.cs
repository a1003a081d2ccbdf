using System;
using System.Threading;

namespace Corpus.Extra.Aio2003RefCount.Before;

public sealed class SharedBlock
{
    private readonly Action<SharedBlock> _recycle;
    private int _refs = 1;

    public SharedBlock(Action<SharedBlock> recycle) => _recycle = recycle;

    public SharedBlock Retain()
    {
        Interlocked.Increment(ref _refs);
        return this;
    }

    public void Release()
    {
        if (--_refs == 0)
        {
            _recycle(this);
        }
    }
}
