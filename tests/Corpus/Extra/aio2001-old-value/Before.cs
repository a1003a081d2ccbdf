using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2001OldValue.Before;

public static class ShutdownHooks
{
    private static readonly object s_gate = new object();
    private static readonly List<Action> s_hooks = new List<Action>();
    private static int s_ran;

    static ShutdownHooks()
    {
        Console.CancelKeyPress += (_, _) => Run();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run();
    }

    public static void Add(Action hook)
    {
        lock (s_gate)
        {
            s_hooks.Add(hook);
        }
    }

    private static void Run()
    {
        bool first = Volatile.Read(ref s_ran) == 0;
        Volatile.Write(ref s_ran, 1);
        if (!first)
        {
            return;
        }

        Action[] hooks;
        lock (s_gate)
        {
            hooks = s_hooks.ToArray();
        }

        for (int i = hooks.Length - 1; i >= 0; i--)
        {
            hooks[i]();
        }
    }
}
