using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.CancellationTokenSource: cancelling is a release, and runs the callbacks on the thread that cancels.</summary>
public static class SimulatedCancellationTokenSource
{
    public static void Cancel(int site, CancellationTokenSource key)
    {
        if (SimulatedThread.Running is { } thread)
        {
            SimulatedCancellationToken.StateOf(thread, key).Release(thread, 1);
            Told.Do(thread, site, "cancelled");
        }

        key.Cancel();
    }

    public static bool get_IsCancellationRequested(int site, CancellationTokenSource key) =>
        SimulatedThread.Running is { } thread ? SimulatedCancellationToken.StateOf(thread, key).Look(thread) != 0 : key.IsCancellationRequested;

    public static CancellationToken get_Token(int site, CancellationTokenSource key) => key.Token;

    public static void Dispose(int site, CancellationTokenSource key)
    {
    }
}
