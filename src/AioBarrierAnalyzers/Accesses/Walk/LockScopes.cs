using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// Locks that a helper takes and returns with, together with an object or struct that it made, or that the constructor of one takes: such a scope gives them
/// back when it is disposed, however it keeps them.
/// </summary>
internal static class LockScopes
{
    /// <summary>Notes which locks end with what a helper has returned.</summary>
    public static void Note(IMethodSymbol helper, WalkExits exits, LockSet before)
    {
        if (helper.IsAsync || helper.ReturnsVoid)
            return;
        foreach (WalkExit exit in exits)
        {
            if (exit.Value is Value.Made made && made.Type is { } type && MayBeDisposed(type))
                Note(made, exit.State.Locks, before);
        }
    }

    /// <summary>Notes that what was taken meanwhile ends with an object.</summary>
    public static void Note(Value.Made made, LockSet held, LockSet before)
    {
        if (!ReferenceEquals(held, before))
            made.Scope = held.Locks.Where(l => before.Find(l.Location) is null).Select(l => l.Location).ToArray();
    }

    /// <summary>The constructor of a scope that takes the lock itself.</summary>
    public static bool IsTakenBy(IMethodSymbol constructor, MemberWalk walk) =>
        !constructor.IsImplicitlyDeclared && walk.Context.IsInSource(constructor) && MayBeDisposed(constructor.ContainingType) &&
        walk.Context.IsWorthFollowing(constructor.OriginalDefinition) &&
        walk.Context.Bodies.Get(constructor, walk.Cancellation) is { } facts &&
        facts.Called.Keys.Any(m => walk.Known.TryGetEffect(m, out MemberEffect effect) && effect.Role == MemberRole.LockEnter);

    /// <summary>Ends a scope; false where the call ends none.</summary>
    public static bool End(IMethodSymbol method, Value? receiver, IOperation operation, MemberWalk walk)
    {
        if (receiver is not Value.Made { Scope: { Count: > 0 } locks } || !IsDispose(method))
            return false;
        walk.Emit(EventKind.LockExit, MemoryAction.LockExit, operation);
        LockSet held = walk.State.Locks;
        foreach (MemoryLocation each in locks)
            held = held.Remove(each);
        walk.State = walk.State.With(held);
        return true;
    }

    /// <summary>By the name, which a using statement of a ref struct goes by too.</summary>
    private static bool IsDispose(ISymbol member) => member is IMethodSymbol { Name: "Dispose", Parameters.Length: 0 };

    private static bool MayBeDisposed(ITypeSymbol type) =>
        type.GetMembers("Dispose").Any(IsDispose) || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable);
}
