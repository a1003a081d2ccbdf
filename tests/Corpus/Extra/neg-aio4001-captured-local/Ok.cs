using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio4001CapturedLocal;

public sealed class Crossing
{
    public static bool Try()
    {
        int here = 0;
        int there = 0;
        bool sawNothing = false;
        Task other = Task.Run(() =>
        {
            Interlocked.Exchange(ref there, 1);
            Volatile.Write(ref sawNothing, Volatile.Read(ref here) == 0);
        });
        Interlocked.MemoryBarrier();
        here = 1;
        Interlocked.MemoryBarrier();
        bool mine = Volatile.Read(ref there) == 0;
        other.Wait();
        return mine && sawNothing;
    }
}
