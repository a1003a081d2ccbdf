using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3005YesWithTheLock.After;

public sealed class Guests
{
    private static readonly object s_door = new object();
    private static readonly HashSet<string> s_inside = new HashSet<string>();

    public static bool IsOrComesIn(string name)
    {
        lock (s_door)
        {
            if (s_inside.Contains(name))
            {
                return true;
            }

            s_inside.Add(name);
            return false;
        }
    }

    public static void Leave(string name)
    {
        lock (s_door)
        {
            s_inside.Remove(name);
        }
    }
}
