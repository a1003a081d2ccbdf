using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace SeeTheBug;

/// <summary>
/// Keeps two threads on two processors. Threads that meet all the time are otherwise put on the same one by a busy system, and then nothing is ever to be
/// seen. Where it is not possible (macOS, or a single processor), the system decides.
/// </summary>
internal static partial class Processors
{
    /// <summary>Keeps this thread on a processor of its own.</summary>
    /// <param name="which">0 or 1.</param>
    public static void Keep(int which)
    {
        if (OperatingSystem.IsLinux())
        {
            KeepOnLinux(which);
        }
        else if (OperatingSystem.IsWindows())
        {
            // Zero, and nothing done, if this process may not run there.
            SetThreadAffinityMask(GetCurrentThread(), (nuint)1 << which);
        }
    }

    private static void KeepOnLinux(int which)
    {
        // 1024 processors are all that this call of the C library knows.
        var allowed = new ulong[16];
        var bytes = (nuint)(allowed.Length * sizeof(ulong));
        if (sched_getaffinity(0, bytes, allowed) != 0)
        {
            return;
        }

        for (var word = 0; word < allowed.Length; word++)
        {
            for (var rest = allowed[word]; rest != 0; rest &= rest - 1)
            {
                if (which-- == 0)
                {
                    var one = new ulong[allowed.Length];
                    one[word] = 1UL << BitOperations.TrailingZeroCount(rest);
                    sched_setaffinity(0, bytes, one);
                    return;
                }
            }
        }
    }

    [LibraryImport("libc")]
    private static partial int sched_getaffinity(int thread, nuint bytes, [Out] ulong[] mask);

    [LibraryImport("libc")]
    private static partial int sched_setaffinity(int thread, nuint bytes, ulong[] mask);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentThread();

    [LibraryImport("kernel32")]
    private static partial nuint SetThreadAffinityMask(nint thread, nuint mask);
}
