using System;
using System.Threading;

namespace Corpus.Extra.NegAio1004CachedTexts;

public sealed class Label
{
    private string? _full;
    private string? _parent;
    private string? _parentPart;
    private string? _trace;
    private byte _flags;

    public string? Full
    {
        get
        {
            if (_full == null && Parent != null)
            {
                string full = Parent + "." + _flags;
                Interlocked.CompareExchange(ref _full, full, null);
            }

            return _full;
        }
    }

    public string? Parent
    {
        get
        {
            if (_parent == null && _parentPart != null)
            {
                string parent = _trace + "-" + _parentPart;
                Interlocked.CompareExchange(ref _parent, parent, null);
            }

            return _parent;
        }
    }

    public string? ParentPart
    {
        get
        {
            if (_parentPart is null && _parent != null)
            {
                Interlocked.CompareExchange(ref _parentPart, _parent.Substring(3), null);
            }

            return _parentPart;
        }
    }

    public Label SetParent(string trace, string part, byte flags)
    {
        if (_full != null)
        {
            throw new InvalidOperationException();
        }

        _trace = trace;
        _parentPart = part;
        _flags = flags;
        return this;
    }

    public Label SetParent(string parent)
    {
        _parent = parent;
        return this;
    }
}
