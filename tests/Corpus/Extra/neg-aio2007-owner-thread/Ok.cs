using System;
using System.Threading;

namespace Corpus.Extra.NegAio2007OwnerThread;

public sealed class Panel
{
    private static int _made;
    private object _selected;
    private Action<object> _onSelect;

    public Panel() => Interlocked.Increment(ref _made);

    public static int Made => Volatile.Read(ref _made);

    public event EventHandler Moved;

    public void Select(object item)
    {
        _selected = item;
        if (_onSelect != null)
        {
            _onSelect(item);
        }

        if (Moved != null)
        {
            Moved(this, EventArgs.Empty);
        }
    }

    public string Title()
    {
        if (_selected != null)
        {
            return _selected.ToString();
        }

        return string.Empty;
    }

    public void Clear()
    {
        _selected = null;
        _onSelect = null;
    }

    public void Listen(Action<object> onSelect) => _onSelect = onSelect;
}
