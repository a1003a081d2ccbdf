using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004Invalidate;

public sealed class LazyIndex
{
    private readonly Func<string[]> _build;
    private string[] _index;

    public LazyIndex(Func<string[]> build) => _build = build;

    public string[] Get()
    {
        string[] index = Volatile.Read(ref _index);
        if (index != null)
        {
            return index;
        }

        string[] built = _build();
        return Interlocked.CompareExchange(ref _index, built, null) ?? built;
    }

    public void Invalidate() => Volatile.Write(ref _index, null);
}
