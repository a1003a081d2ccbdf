using System.Threading;

namespace Corpus.Extra.Aio4001FenceHelper.After;

public sealed class Turnout
{
    private int _position;
    private int _locked;

    public int Position
    {
        get => Volatile.Read(ref _position);
        set
        {
            Interlocked.Exchange(ref _position, value);
            if (Volatile.Read(ref _locked) != 0)
            {
                Moved();
            }
        }
    }

    public bool Lock()
    {
        Volatile.Write(ref _locked, 1);
        Fence();
        return Volatile.Read(ref _position) == 0;
    }

    private static void Fence() => Interlocked.MemoryBarrier();

    private void Moved() => Volatile.Write(ref _locked, 0);
}
