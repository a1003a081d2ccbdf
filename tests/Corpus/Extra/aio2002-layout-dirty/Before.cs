using System;
using System.Threading;

namespace Corpus.Extra.Aio2002LayoutDirty.Before;

public sealed class LayoutRoot
{
    private readonly SynchronizationContext _ui;
    private readonly int[] _sizes = new int[16];
    private readonly Action<int> _apply;
    private volatile bool _dirty;

    public LayoutRoot(SynchronizationContext ui, Action<int> apply)
    {
        _ui = ui;
        _apply = apply;
    }

    public void Resize(int child, int size)
    {
        Interlocked.Exchange(ref _sizes[child], size);
        if (!_dirty)
        {
            _dirty = true;
            _ui.Post(static s => ((LayoutRoot)s).Arrange(), this);
        }
    }

    private void Arrange()
    {
        if (!_dirty)
        {
            return;
        }

        _dirty = false;
        int total = 0;
        for (int i = 0; i < _sizes.Length; i++)
        {
            total += Volatile.Read(ref _sizes[i]);
        }

        _apply(total);
    }
}
