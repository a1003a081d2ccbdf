using System.Threading;

namespace Corpus.Extra.Aio4001BeforeClaim.After;

public static class Ownership
{
    private static int s_owner;
    private static long s_turns;

    public static long Turns => Interlocked.Read(ref s_turns);

    public static bool TryOwn(int id)
    {
        if (Interlocked.CompareExchange(ref s_owner, id, 0) != 0)
        {
            return false;
        }

        Interlocked.Increment(ref s_turns);
        return true;
    }

    public static void Disown() => Volatile.Write(ref s_owner, 0);
}
