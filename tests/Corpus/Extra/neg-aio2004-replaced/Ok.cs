using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004Replaced;

public sealed class Gateway
{
    private Link _link = new(false);

    public event Action<bool>? Changed;

    public bool TryReplace(Link to, Link from) => Interlocked.CompareExchange(ref _link, to, from) == from;

    public void Replace(Link to)
    {
        bool was = _link.IsOpen;
        bool now = to.IsOpen;
        _link = to;
        if (was != now)
        {
            Changed?.Invoke(now);
        }
    }

    public sealed class Link
    {
        public Link(bool isOpen) => IsOpen = isOpen;

        public bool IsOpen { get; }
    }
}
