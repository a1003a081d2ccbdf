using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005YesWithTheLock.Before;

public sealed class Guests
{
    private static readonly object s_door = new object();
    private static readonly HashSet<string> s_inside = new HashSet<string>();

    public static bool IsOrComesIn(string name)
    {
        Monitor.Enter(s_door);
        if (s_inside.Contains(name))
        {
            return true;
        }

        s_inside.Add(name);
        Monitor.Exit(s_door);
        return false;
    }

    public static void Leave(string name)
    {
        lock (s_door)
        {
            s_inside.Remove(name);
        }
    }
}
