using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Finds values wider than a word that one thread copies while another stores them. Evidence is that the two members run on different threads, that every store
/// is made under a lock and the copy without one or checked again there, that a loop which has left its caller's thread stores it again and again, that it is
/// part of an entry in which whoever finds it counts atomically, or for 64 bits that one side is atomic: nothing that is wide can be volatile. Where a marked
/// word or a signal leads from the store to the read, that keeps them apart.
/// </summary>
internal static class TornCopies
{
    public static IEnumerable<TornCopy> Find(ProtocolContext context)
    {
        foreach (MemberEvent access in context.World.Members.Where(m => !m.IsConstruction).SelectMany(static m => m.Accesses))
        {
            // Others ask by way of the type's own members, and it is they who may run on another thread.
            if (access.Event.IsMarked || access.Event.Kind == EventKind.ReadModifyWrite || TypeOf(access, context) is not { } type || !IsOfThis(access) ||
                !context.IsOwn(access.Event))
            {
                continue;
            }

            bool isStore = access.Event.Kind == EventKind.Store;
            if (OppositeOf(access, context) is { } other)
                yield return isStore ? new TornCopy(other, access, type, isAtStore: true) : new TornCopy(access, other, type, isAtStore: false);
        }
    }

    private static MemberEvent? OppositeOf(MemberEvent access, ProtocolContext context) =>
        context.World.AccessesOf(access.Location).FirstOrDefault(o => IsOpposite(access, o, context));

    /// <summary>The type of the whole value, where it is one that tears.</summary>
    private static ITypeSymbol? TypeOf(MemberEvent access, ProtocolContext context)
    {
        ITypeSymbol? type = access.Location switch
        {
            { Kind: LocationKind.Field, Symbol: var symbol } => PathFactory.TypeOf(symbol),
            { Kind: LocationKind.Element, Owner: { Kind: LocationKind.Field, Symbol: var array } } =>
                (PathFactory.TypeOf(array) as IArrayTypeSymbol)?.ElementType,
            _ => null,
        };
        return WideValues.IsWide(type) || (context.World.IsNarrow && WideValues.IsLong(type)) ? type : null;
    }

    /// <summary>A copy is reported where it is read; at the store only where no plain read of the type's own is left to speak of.</summary>
    private static bool IsOpposite(MemberEvent access, MemberEvent other, ProtocolContext context)
    {
        bool isStore = access.Event.Kind == EventKind.Store;
        MemberEvent load = isStore ? other : access;
        MemberEvent store = isStore ? access : other;
        if (!load.Event.Reads || !store.Event.Writes || !load.Location.Equals(store.Location) || !IsOfThis(other))
            return false;
        if (load.Member == store.Member)
            return !isStore && WideValues.ExceedsWord(TypeOf(load, context)) &&
                (DoubleCheckedCopies.AreApart(load, store, context) || SharedEntries.AreApart(load, store));
        if (isStore && !other.Event.IsMarked && context.IsConcerned(other.Event, other.Event))
            return false;
        if (load.Location.Kind == LocationKind.Element && !IsAnyElement(load, store, context))
            return false;
        return !load.Event.Locks.Excludes(store.Event.Locks) && !Roles.AreInTurn(load, store) &&
            (Roles.AreApart(load, store, context.World) || other.Event.IsMarked || IsPastTheLock(load, store, context) ||
                DetachedLoops.AreApart(load, store) || SharedEntries.AreApart(load, store)) && !AreOrdered(store, load, context);
    }

    /// <summary>
    /// Others ask for whichever element they like, and a thread stores them again and again: where the two sides go by indices of their own, those may keep
    /// them apart.
    /// </summary>
    private static bool IsAnyElement(MemberEvent load, MemberEvent store, ProtocolContext context) =>
        load.Event.Path!.Index is Value.Given { Symbol: IParameterSymbol } && load.Member.Kind == MemberKind.Ordinary &&
        load.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
        store.Member.Search.Reaches(store.Event.Node, store.Event.Node) && Roles.AreApart(load, store, context.World);

    /// <summary>
    /// Whoever stores it takes a lock for that, and this member, which others can ask for it, shows it without any; not by the storing member as well, which
    /// runs on one thread. A member that also takes the lock has been through it by then, or is yet to look again there.
    /// </summary>
    private static bool IsPastTheLock(MemberEvent load, MemberEvent store, ProtocolContext context) =>
        load.Event.Locks is { IsEmpty: true, HasUnknown: false } && load.Member.Kind == MemberKind.Ordinary &&
        IsShown(load) && !load.Member.Method.IsDisposal() &&
        load.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
        !context.World.LeavesLockToCallers(load.Member.Method) &&
        !store.Member.Accesses.Any(a => a.Event.Operation.Syntax == load.Event.Operation.Syntax && a.Event.Locks.IsEmpty) && store.Event.Locks.Locks.Any(
            l => !l.IsShared && LockObjects.MayExclude(l.Location, context.World) && LockObjects.IsAtHome(l.Location, store) &&
                !load.Member.Graph.Events.Any(e => e.Locks.Find(l.Location) is not null) &&
                context.World.AccessesOf(store.Location).All(w => !w.Event.Writes || w.Event.Locks.Find(l.Location) is not null));

    /// <summary>By a property, or as the very result of the member.</summary>
    private static bool IsShown(MemberEvent load) => load.Event.Frame.Method.MethodKind == MethodKind.PropertyGet ||
        load.Member.Graph.Results.Any(r => r is Value.Loaded { IsExact: true } shown && shown.Event == load.Event);

    /// <summary>A count of the stores keeps nobody out; who looks before and behind the copy sees that there was one.</summary>
    private static bool IsLookedAtAgain(MemberEvent look, MemberEvent load) => load.Member.Accesses.Any(a => a.Event.Reads && a != look &&
        a.Location.MayAlias(look.Location) && a.Event.Path!.Equals(look.Event.Path) && load.Member.Search.Reaches(load.Event.Node, a.Event.Node));

    /// <summary>The object itself, or one that was found in a collection for several threads and is still there.</summary>
    private static bool IsOfThis(MemberEvent access) => access.Event.Path!.Base is null or Value.Given { Symbol: INamedTypeSymbol } or Value.Held ||
        access.Event.Path.Base.Sources().Any(static s => s is { IsConcurrentCollection: true, TakesOut: false });

    /// <summary>The read looks at a marked word that the storing member stores, or waits for its signal.</summary>
    private static bool AreOrdered(MemberEvent store, MemberEvent load, ProtocolContext context) =>
        Exclusion.AreBehindOneAtomicLock(load, store) ||
        load.Member.Accesses.Any(l => l.Event.Reads && l != load && context.Evidence.IsMarked(l.Location) &&
            store.Member.Accesses.Any(s => s.Event.Writes && s.Event.Node > store.Event.Node && s.Location.MayAlias(l.Location) &&
                (s.Event.Delta == 0 || IsLookedAtAgain(l, load)))) ||
        (load.Member.Graph.Events.Any(e => e.Kind == EventKind.Wait) && store.Member.Graph.Events.Any(e => e.Kind == EventKind.Wake));
}
