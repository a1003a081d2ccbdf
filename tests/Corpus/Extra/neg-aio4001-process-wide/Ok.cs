using System.Threading;

namespace Corpus.Extra.NegAio4001ProcessWide;

/// <summary>Readers come often and pay for no fence; the writer makes them all execute one.</summary>
public sealed class Biased
{
    private volatile bool _reading;
    private volatile bool _writing;
    private int _writers;

    public bool TryRead()
    {
        _reading = true;
        if (_writing)
        {
            _reading = false;
            return false;
        }

        return true;
    }

    public void EndRead() => _reading = false;

    public void Write()
    {
        Interlocked.Increment(ref _writers);
        _writing = true;
        Interlocked.MemoryBarrierProcessWide();
        while (_reading)
        {
            Thread.Yield();
        }
    }

    public void EndWrite()
    {
        _writing = false;
        Interlocked.Decrement(ref _writers);
        Interlocked.MemoryBarrierProcessWide();
    }
}
