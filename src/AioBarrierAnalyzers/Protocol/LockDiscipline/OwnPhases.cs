using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells code that needs no lock of its own, although others take it: because the object is nobody else's while it runs, or because its callers hold the lock.
/// </summary>
internal static class OwnPhases
{
    /// <summary>So many fields without a lock are set besides the one that has one.</summary>
    private const int ManyFields = 4;

    /// <summary>
    /// Sets the object up, for the first time or anew: what it stores does not come from what was there, and behind the store the other threads are started or
    /// the object is put where they find it, or much of what it stores no lock guards anywhere.
    /// </summary>
    public static bool IsSetUp(LockSite site, ProtocolContext context)
    {
        if (site.Access.Event is not { Kind: EventKind.Store, Twin: null } || site.Access.Member.Kind == MemberKind.Started || site.Locks.Any())
            return false;
        return IsBeforeStart(site.Access) || IsHandedOnBehind(site.Access) || (site.Access.Event.Stored is Value.Constant or Value.Made &&
            Math.Max(FieldsSetFreely(site.Member, context), FieldsSetAnew(site.Member)) >= ManyFields);
    }

    /// <summary>
    /// The way without the lock of a member that takes the lock on its other one: an atomic operation before it says that it is on its way, and who holds the
    /// lock looks at that.
    /// </summary>
    public static bool IsFastPath(MemberEvent access, MemoryLocation @lock) => access.Event.Locks.Find(@lock) is null &&
        access.Member.Accesses.Any(a => a.Location.MayAlias(access.Location) && a.Event.Locks.Find(@lock) is not null) &&
        access.Member.Accesses.Any(a => a.Event.Kind == EventKind.ReadModifyWrite && a.Event.Delta == 0 && a.Event.Locks.Find(@lock) is null &&
            a.Event.Frame == access.Event.Frame && a.Event.Node < access.Event.Node && access.Member.Search.Reaches(a.Event.Node, access.Event.Node));

    /// <summary>The collection was found under the lock, and another one put in its place there: it is this run's own.</summary>
    public static bool IsTakenAway(MemberEvent access, MemoryLocation @lock) => access.Location.Kind == LocationKind.Content &&
        access.Event.Path!.Base is Value.Derived { IsChoice: true } or Value.Loaded && access.Event.Path.Base.Sources() is { Count: > 0 } sources &&
        sources.All(s => s.Locks.Find(@lock) is not null && access.Member.Accesses.Any(
            a => a.Event is { Kind: EventKind.Store, Stored: { } fresh } && IsAnother(fresh, s) && s.Location?.MayAlias(a.Location) == true &&
                a.Event.Locks.Find(@lock) is not null && access.Member.Search.Reaches(s.Node, a.Event.Node) &&
                access.Member.Search.Reaches(a.Event.Node, access.Event.Node)));

    /// <summary>New, or one of several of which some is new, and not what was found.</summary>
    private static bool IsAnother(Value stored, MemoryEvent found) => stored is Value.Made or Value.Constant ||
        (stored is Value.Derived { IsChoice: true } choice && choice.Operands.Any(o => o is Value.Made) && !choice.Sources().Contains(found));

    /// <summary>
    /// True for code of a type that never takes the lock itself: its callers do. So do those that it hands itself to under the lock, to be called back
    /// through an interface. A thread's own code has no callers.
    /// </summary>
    public static bool LeavesLockToCallers(LockSite site, IReadOnlyList<LockSite> held)
    {
        if (site.Member.Kind == MemberKind.Started)
            return false;
        IMethodSymbol method = site.Access.Event.Frame.Method;
        bool takesLock = site.Member.TakesLock && SymbolEqualityComparer.Default.Equals(site.Member.Method.OriginalDefinition, method.OriginalDefinition);
        if (!takesLock && method is { DeclaredAccessibility: Accessibility.Internal, MethodKind: MethodKind.Ordinary, ContainingType.ContainingType: null })
            return true;
        INamedTypeSymbol type = method.ContainingType.OriginalDefinition;
        if (!held.Any(h => IsWithin(h.Member.Method.ContainingType, type)))
            return true;
        return !method.ExplicitInterfaceImplementations.IsEmpty && held.Any(HandsItselfOut);
    }

    /// <summary>A caller of another type that takes locks itself: what it does not take, its own callers are not expected to.</summary>
    public static bool LocksForItself(LockSite caller) =>
        caller.Member.TakesLock && !IsWithin(caller.Member.Method.ContainingType, caller.Access.Event.Frame.Method.ContainingType);

    private static bool IsBeforeStart(MemberEvent store) =>
        store.Member.Graph.Events
            .Any(e => (e.Kind == EventKind.Start || KeepsTask(e)) && store.Member.Search.Reaches(store.Event.Node, e.Node) &&
                !store.Member.Search.Reaches(e.Node, store.Event.Node));

    /// <summary>What the member was given it stores only now to where others take it from, as a pool does.</summary>
    private static bool IsHandedOnBehind(MemberEvent store) => store.Event.Path?.Base is Value.Given { Symbol: IParameterSymbol given } &&
        store.Member.Graph.Events.Any(e => (IsOf(e.Stored, given) || e.Handed.Any(h => IsOf(h, given))) &&
            store.Member.Search.Reaches(store.Event.Node, e.Node) && !store.Member.Search.Reaches(e.Node, store.Event.Node));

    private static bool IsOf(Value? value, ISymbol given) =>
        value is Value.Given { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, given);

    /// <summary>Calls asynchronous code and keeps its task, to wait for it another time: it runs from here on.</summary>
    private static bool KeepsTask(MemoryEvent @event) =>
        @event is { Kind: EventKind.Store, Operation: ISimpleAssignmentOperation { Value: IInvocationOperation { TargetMethod.IsAsync: true } } };

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? at = type.OriginalDefinition; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(at, other))
                return true;
        }

        return false;
    }

    private static bool HandsItselfOut(LockSite site) =>
        site.Access.Event.Operation.Syntax.FirstAncestorOrSelf<LockStatementSyntax>() is { } section &&
        section.DescendantNodes().Any(n => n is ArgumentSyntax { Expression: ThisExpressionSyntax });

    /// <summary>The fields that a member which takes no lock gives a value of their own: so many at once are those of an object that is used again.</summary>
    private static int FieldsSetAnew(Member member) => member.TakesLock ? 0 : member.Accesses
        .Where(a => a.Location.Kind == LocationKind.Field &&
            a.Event is { Kind: EventKind.Store, Twin: null, Locks.IsEmpty: true, Stored: Value.Constant or Value.Made })
        .Select(a => a.Location).Distinct().Count();

    /// <summary>Takes so much of what the object holds away that it is to begin anew.</summary>
    public static bool IsClearing(Member member) => member.Accesses.Where(a => a.Location.Kind == LocationKind.Field && Stores.IsClear(a.Event))
        .Select(a => a.Location).Distinct().Count() >= ManyFields;

    /// <summary>The method that stores it gives so many fields of the object a value at once that it fills the object, for what it runs next to use.</summary>
    public static bool IsFilling(MemberEvent store) => store.Member.Accesses.Where(
        a => a.Event is { Kind: EventKind.Store, Twin: null, Action.IsPlain: true, Locks.IsEmpty: true } && a.Location.Kind == LocationKind.Field &&
            a.Event.Frame == store.Event.Frame && a.Event.Path!.Base is Value.Given)
        .Select(a => a.Location).Distinct().Count() >= 2 * ManyFields;

    private static int FieldsSetFreely(Member member, ProtocolContext context)
    {
        var fields = new HashSet<MemoryLocation>();
        foreach (MemberEvent access in member.Accesses)
        {
            if (access is { Event: { Kind: EventKind.Store, Twin: null, Locks.IsEmpty: true }, Location.Kind: LocationKind.Field } &&
                !fields.Contains(access.Location) &&
                context.World.AccessesOf(access.Location).All(a => a.Event.Locks.IsEmpty))
            {
                fields.Add(access.Location);
            }
        }

        return fields.Count;
    }
}
