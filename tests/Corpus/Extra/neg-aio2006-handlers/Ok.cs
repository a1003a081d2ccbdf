using System;
using System.Threading;

namespace Corpus.Extra.NegAio2006Handlers;

public sealed class Bell
{
    private Action _rung;

    public event Action Rung
    {
        add
        {
            Action before;
            Action after;
            do
            {
                before = _rung;
                after = (Action)Delegate.Combine(before, value);
            }
            while (Interlocked.CompareExchange(ref _rung, after, before) != before);
        }
        remove
        {
            Action seen = _rung;
            Action found;
            while ((found = Interlocked.CompareExchange(ref _rung, (Action)Delegate.Remove(seen, value), seen)) != seen)
            {
                seen = found;
            }
        }
    }

    public void Ring() => Volatile.Read(ref _rung)?.Invoke();
}
