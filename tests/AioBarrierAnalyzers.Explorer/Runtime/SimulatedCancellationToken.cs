using System;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>System.Threading.CancellationToken: asking it is an acquire load.</summary>
public static class SimulatedCancellationToken
{
    public static bool get_IsCancellationRequested(int site, CancellationToken token)
    {
        if (SimulatedThread.Running is not { } thread || SourceOf(ref token) is not { } source) return token.IsCancellationRequested;

        var isCancelled = StateOf(thread, source).Look(thread) != 0;
        Told.Do(thread, site, isCancelled ? "true" : "false");
        return isCancelled;
    }

    public static bool get_CanBeCanceled(int site, CancellationToken token) => token.CanBeCanceled;

    public static void ThrowIfCancellationRequested(int site, CancellationToken token)
    {
        if (token.CanBeCanceled && get_IsCancellationRequested(site, token)) throw new OperationCanceledException(token);
    }

    public static CancellationTokenRegistration Register(int site, CancellationToken token, Action callback) => token.Register(callback);

    public static CancellationTokenRegistration Register(int site, CancellationToken token, Action<object?> callback, object? state) =>
        token.Register(callback, state);

    internal static CounterState StateOf(SimulatedThread thread, CancellationTokenSource source) =>
        thread.Execution.Objects.StateOf(source, static s => new CounterState("a cancellation", s.IsCancellationRequested ? 1 : 0, 1, isTaken: false));

    /// <summary>A wait that a token can end.</summary>
    internal static bool Wait(SimulatedThread thread, int site, CounterState state, long timeout, CancellationToken token)
    {
        if (SourceOf(ref token) is not { } source) return state.Wait(thread, timeout);

        var cancelled = StateOf(thread, source);
        thread.Execution.Point(thread);
        var either = new Either(state, cancelled);
        if (!thread.Execution.Block(thread, either, timeout)) return false;
        if (!state.IsMetFor(thread))
        {
            ThrowIfCancellationRequested(site, token);
        }

        return state.Wait(thread, 0);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref CancellationTokenSource? SourceOf(ref CancellationToken token);

    private sealed record Either(IWaitCondition First, IWaitCondition Second) : IWaitCondition
    {
        public bool IsMetFor(SimulatedThread thread) => First.IsMetFor(thread) || Second.IsMetFor(thread);

        public string Describe() => $"{First.Describe()} or {Second.Describe()}";
    }
}
