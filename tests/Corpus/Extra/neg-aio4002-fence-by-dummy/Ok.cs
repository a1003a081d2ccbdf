using System.Threading;

namespace Corpus.Extra.NegAio4002FenceByDummy;

/// <summary>For a framework without a barrier call: an exchange of a local that nobody reads is a full fence.</summary>
public sealed class Flags
{
    private volatile bool _mine;
    private volatile bool _yours;

    public bool Raise()
    {
        _mine = true;
        int dummy = 0;
        Interlocked.Exchange(ref dummy, 1);
        return _yours;
    }

    public bool Answer()
    {
        _yours = true;
        int dummy = 0;
        Interlocked.CompareExchange(ref dummy, 1, 0);
        return _mine;
    }
}
