using System.Threading;

namespace Corpus.Extra.NegAio1001EdgeFencesBoth;

public sealed class Turnstile
{
    private readonly ManualResetEventSlim _open = new ManualResetEventSlim();
    private int _inside;

    public int Inside => _inside;

    public void Enter() => Interlocked.Increment(ref _inside);

    public void Leave() => Interlocked.Decrement(ref _inside);

    public void Await() => _open.Wait();

    public void OpenIfSomebodyWaits()
    {
        Interlocked.MemoryBarrier();
        if (_inside != 0)
        {
            _open.Set();
        }
    }
}
