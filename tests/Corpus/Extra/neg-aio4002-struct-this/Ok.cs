using System.Threading;

namespace Corpus.Extra.NegAio4002StructThis;

public struct Latch
{
    private int _set;

    public bool TrySet() => Interlocked.Exchange(ref _set, 1) == 0;

    public bool IsSet => Volatile.Read(ref _set) != 0;
}

public sealed class Holder
{
    private Latch _latch;
    private readonly Latch[] _more = new Latch[4];

    public bool Set() => _latch.TrySet();

    public bool Set(int index)
    {
        ref Latch latch = ref _more[index];
        return latch.TrySet();
    }
}
