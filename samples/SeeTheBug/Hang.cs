using System;
using System.Diagnostics;
using System.Threading;

namespace SeeTheBug;

/// <summary>
/// The loop that never ends (the barrier() of 2003, which kept only the compiler in order): a plain flag, which the compiler may read once, before the loop. It
/// cannot be ended from within, so it runs in a process of its own.
/// </summary>
internal static class Hang
{
    /// <summary>Given as the only argument, it makes this program the waiting process.</summary>
    public const string PlainArgument = "--wait-for-plain-flag";

    /// <summary>The same, with a Volatile.Read in the loop.</summary>
    public const string VolatileArgument = "--wait-for-volatile-flag";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private static bool s_flag;

    /// <summary>Whether the waiting process did not end in two seconds after it had started.</summary>
    public static bool Happens(string argument)
    {
        using var child = Process.Start(StartInfo(argument)) ?? throw new InvalidOperationException("No process was started.");
        // It says when it begins to wait: to start may take long on a busy machine.
        child.StandardOutput.ReadLine();
        if (child.WaitForExit(s_patience))
        {
            return false;
        }

        child.Kill();
        child.WaitForExit();
        return true;
    }

    /// <summary>The waiting process.</summary>
    public static void Wait(string argument)
    {
        var waiter = new Thread(argument == PlainArgument ? WaitPlain : WaitVolatile) { IsBackground = false };
        waiter.Start();
        // Long enough for the loop to be compiled with all optimisations.
        Thread.Sleep(300);
        Console.WriteLine("waiting");
        Volatile.Write(ref s_flag, true);
    }

    private static void WaitPlain()
    {
        // BROKEN ON PURPOSE.
        while (!s_flag)
        {
        }
    }

    private static void WaitVolatile()
    {
        // Pairs with the Volatile.Write in Wait.
        while (!Volatile.Read(ref s_flag))
        {
        }
    }

    private static ProcessStartInfo StartInfo(string argument)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Hang).Assembly.Location);
        }

        start.ArgumentList.Add(argument);
        return start;
    }
}
