using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Finds locks that are given another object while they are held, by the field through which all take them: who waits for the old object goes on with it, and
/// who comes later takes the new one. A member that takes the object by a local may ask under the lock whether it is still the right one.
/// </summary>
internal static class ReplacedLocks
{
    /// <summary>The store, and what another member does under the lock.</summary>
    public static IEnumerable<(MemberEvent Store, MemberEvent Other)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal())
                continue;
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, Stored: not (null or Value.Constant) } && store.Location.Kind == LocationKind.Field &&
                    store.Location.NamingSymbol is IFieldSymbol { Type.IsReferenceType: true } && HeldThrough(store.Event, store.Location) is { } held &&
                    Entries(member, store.Location).Any(e => member.Search.Reaches(e.Node, store.Event.Node)) && FindOther(store, held, context) is { } other)
                {
                    yield return (store, other);
                }
            }
        }
    }

    /// <summary>The lock that is held and that the field leads to: known by the field, or by the type where that is one of the source.</summary>
    private static MemoryLocation? HeldThrough(MemoryEvent access, MemoryLocation field)
    {
        foreach (LockSet.HeldLock held in access.Locks.Locks)
        {
            if (!held.IsShared && (held.Location.Equals(field) || (held.Location.Kind == LocationKind.This &&
                SymbolEqualityComparer.Default.Equals(held.Location.Symbol, ((IFieldSymbol)field.NamingSymbol!).Type.OriginalDefinition))))
            {
                return held.Location;
            }
        }

        return null;
    }

    /// <summary>Where the member takes the object that the field holds at that moment.</summary>
    private static IEnumerable<MemoryEvent> Entries(Member member, MemoryLocation field) => member.Graph.Events.Where(
        e => e.Kind == EventKind.LockEnter && member.Accesses.Any(a => a.Event.Kind == EventKind.Load && a.Location.Equals(field) &&
            a.Event.Node < e.Node && e.Operation.Syntax.Span.Contains(a.Event.Operation.Syntax.Span)));

    /// <summary>What another member uses under the lock, and some member changes there; and no lock around both sections keeps them apart.</summary>
    private static MemberEvent? FindOther(MemberEvent store, MemoryLocation held, ProtocolContext context)
    {
        foreach (Member other in context.World.Members)
        {
            if (other.IsConstruction || other.MayRunAtOnce || SymbolEqualityComparer.Default.Equals(other.Method, store.Member.Method))
                continue;
            foreach (MemoryEvent enter in Entries(other, store.Location))
            {
                if (enter.Locks.Excludes(store.Event.Locks))
                    continue;
                MemberEvent? used = other.Accesses.FirstOrDefault(
                    a => a.Event.Locks.Find(held) is not null && other.Search.Reaches(enter.Node, a.Event.Node) && IsChangedUnder(held, a, context));
                if (used is not null)
                    return used;
            }
        }

        return null;
    }

    private static bool IsChangedUnder(MemoryLocation held, MemberEvent used, ProtocolContext context) =>
        used.Event.Changes || context.World.AccessesOf(used.Location).Any(a => a.Event.Changes && a.Event.Locks.Find(held) is not null);
}
