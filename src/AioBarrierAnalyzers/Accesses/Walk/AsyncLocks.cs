using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// What becomes of locks in asynchronous code: a monitor is the thread's and stays with the caller, and what a library's own lock returns gives it back.
/// </summary>
internal static class AsyncLocks
{
    /// <summary>The locks that are still held behind an await: not the caller's monitors, for the caller has gone on, or another thread runs here.</summary>
    public static LockSet KeptBehindAwait(LockSet held, LockSet ofCaller)
    {
        foreach (LockSet.HeldLock each in ofCaller.Locks.Where(l => !IsOfNoThread(l.Location)))
            held = held.Remove(each.Location);
        return held;
    }

    /// <summary>The ways back into the caller, which holds what it held.</summary>
    public static WalkExits BackInCaller(WalkExits exits, LockSet ofCaller) =>
        exits.Map(e => new WalkExit(e.Node, e.State.With(Restored(e.State.Locks, ofCaller)), e.Value));

    /// <summary>
    /// The name says that a lock is taken, and something is returned that may give it back: nobody knows when. It is only ever used to be silent, about a lock
    /// of which nothing else can be seen.
    /// </summary>
    public static bool IsNamedAsLock(IMethodSymbol method) => !method.ReturnsVoid &&
        (method.Name.IndexOf("Lock", System.StringComparison.Ordinal) >= 0 || method.Name.StartsWith("Acquire", System.StringComparison.Ordinal) ||
            method.Name.StartsWith("Enter", System.StringComparison.Ordinal));

    /// <summary>A method of the source that is named as a lock and returns what gives the lock back, itself or by a task.</summary>
    public static bool IsNamedAsScope(IMethodSymbol method) => IsNamedAsLock(method) && IsScope(ResultOf(method.ReturnType));

    /// <summary>The ways back from such a method: where it was not seen to take a lock, it has taken one that is not known.</summary>
    public static WalkExits WithScope(WalkExits exits, LockSet before) =>
        exits.Any(e => !e.State.Locks.SameAs(before))
            ? exits
            : exits.Map(static e => new WalkExit(e.Node, e.State.With(e.State.Locks.AddUnknown()), e.Value));

    private static LockSet Restored(LockSet held, LockSet ofCaller)
    {
        foreach (LockSet.HeldLock each in ofCaller.Locks.Where(l => !IsOfNoThread(l.Location) && held.Find(l.Location) is null))
            held = held.Add(each.Location, each.IsShared, each.IsUpgradeable);
        return held;
    }

    private static bool IsOfNoThread(MemoryLocation @lock) => @lock.Symbol is IFieldSymbol { Type: var type } && LibraryTypes.Semaphores.Contains(type);

    private static ITypeSymbol ResultOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: { Length: 1 } result } && LibraryTypes.TaskOfSomething.Contains(type) ? result[0] : type;

    private static bool IsScope(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_IDisposable || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable) ||
        (type.IsRefLikeType && type.GetMembers("Dispose").Length > 0);
}
