using System.Threading;

namespace Corpus.Extra.Aio2003OneBoxTwoNames.After;

internal sealed class Tally
{
    internal int Value;
}

internal sealed class Turnstile
{
    private readonly Tally _all;
    private Tally? _mine;

    internal Turnstile(Tally all) => _all = all;

    internal void Choose(bool isAlone) => _mine = isAlone ? new Tally() : _all;

    internal int Pass()
    {
        Tally mine = _mine!;
        return Interlocked.Increment(ref mine.Value);
    }

    internal int Leave() => Interlocked.Decrement(ref _all.Value);
}
