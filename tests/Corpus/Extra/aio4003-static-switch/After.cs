using System;
using System.Threading;

namespace Corpus.Extra.Aio4003StaticSwitch.After;

public static class Tracing
{
    private static bool s_enabled;

    public static void Enable() => Volatile.Write(ref s_enabled, true);

    public static void Disable() => Volatile.Write(ref s_enabled, false);

    public static void Write(Action<string> sink, string line)
    {
        if (!Volatile.Read(ref s_enabled))
        {
            return;
        }

        sink(line);
    }
}
