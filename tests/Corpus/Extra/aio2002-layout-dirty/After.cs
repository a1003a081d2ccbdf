using System;
using System.Threading;

namespace Corpus.Extra.Aio2002LayoutDirty.After;

public sealed class LayoutRoot
{
    private readonly SynchronizationContext _ui;
    private readonly int[] _sizes = new int[16];
    private readonly Action<int> _apply;
    private int _dirty;

    public LayoutRoot(SynchronizationContext ui, Action<int> apply)
    {
        _ui = ui;
        _apply = apply;
    }

    public void Resize(int child, int size)
    {
        Interlocked.Exchange(ref _sizes[child], size);
        if (Interlocked.Exchange(ref _dirty, 1) == 0)
        {
            _ui.Post(static s => ((LayoutRoot)s).Arrange(), this);
        }
    }

    private void Arrange()
    {
        if (Interlocked.Exchange(ref _dirty, 0) == 0)
        {
            return;
        }
        int total = 0;
        for (int i = 0; i < _sizes.Length; i++)
        {
            total += Volatile.Read(ref _sizes[i]);
        }

        _apply(total);
    }
}
