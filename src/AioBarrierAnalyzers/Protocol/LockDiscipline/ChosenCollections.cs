using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Finds the lock that guards one of several collections that never change places, of which members choose one by what they are asked for: the side of a book,
/// the kind of a listener. The choice has no name of its own, and the votes for one lock are those of all who make it.
/// </summary>
internal static class ChosenCollections
{
    /// <summary>One access under a lock may be chance.</summary>
    private const int LeastHeld = 2;

    public static IEnumerable<Discipline> Find(ProtocolContext context)
    {
        if (!context.World.HasLocks)
            return Enumerable.Empty<Discipline>();
        return context.World.Own.Where(m => !m.IsConstruction && !m.MayRunAtOnce && !m.Method.IsDisposal()).SelectMany(m => m.Accesses)
            .Select(a => (Access: a, Choice: ChoiceAt(a))).Where(a => a.Choice.Count > 1)
            .GroupBy(a => string.Join(",", a.Choice.Select(l => l.Name)))
            .Select(g => Judge(g.First().Choice, g.Select(a => a.Access).ToList(), context)).OfType<Discipline>();
    }

    /// <summary>The readonly fields of the type that the collection may be held by; empty where it may be another one, too.</summary>
    private static List<MemoryLocation> ChoiceAt(MemberEvent access)
    {
        var holders = new List<MemoryLocation>();
        if (access.Location is not { Kind: LocationKind.Content, NamingSymbol: null } || access.Event.IsConcurrentCollection ||
            access.Event.Path!.Base is not Value.Derived { IsChoice: true } choice)
        {
            return holders;
        }

        foreach (Value operand in choice.Operands)
        {
            if (operand is not Value.Held { Path: { Base: null or Value.Given, Location: { Kind: LocationKind.Field, NamingSymbol: IFieldSymbol } holder } })
                return new List<MemoryLocation>();
            if (!holders.Contains(holder))
                holders.Add(holder);
        }

        return holders.OrderBy(h => h.Name, System.StringComparer.Ordinal).ToList();
    }

    /// <summary>Several members change or read it under one lock of the object's own, and only some read without any.</summary>
    private static Discipline? Judge(List<MemoryLocation> choice, List<MemberEvent> accesses, ProtocolContext context)
    {
        List<LockSite> sites = accesses.GroupBy(a => (a.Event.Operation.Syntax, a.Member)).Select(g => new LockSite(g.ToArray())).ToList();
        foreach (MemoryLocation @lock in sites.SelectMany(s => s.Locks).Select(l => l.Location).Distinct())
        {
            if (!LockObjects.MayExclude(@lock, context.World) || LockObjects.IsHandedIn(@lock, context.World) || !IsOfSameType(@lock, choice[0]))
                continue;
            List<LockSite> held = sites.Where(s => s.Changes ? s.HoldsAlone(@lock) : s.Holds(@lock)).ToList();
            List<LockSite> open = sites.Where(s => !held.Contains(s)).ToList();
            if (held.Count >= LeastHeld && held.Exists(s => s.Changes) && held.Sum(s => s.Weight) > open.Sum(s => s.Weight) &&
                held.Select(s => s.Member).Distinct().Count() > 1)
            {
                return new Discipline(new MemoryLocation(LocationKind.Content, null, choice[0]), @lock, isDeclared: false, held,
                    open.Where(s => IsBreach(s, held, @lock, context)).ToList());
            }
        }

        return null;
    }

    private static bool IsOfSameType(MemoryLocation @lock, MemoryLocation holder) => SymbolEqualityComparer.Default.Equals(
        @lock.Kind == LocationKind.This ? @lock.Symbol : @lock.Symbol?.ContainingType.OriginalDefinition,
        holder.NamingSymbol!.ContainingType.OriginalDefinition);

    /// <summary>The member has taken no lock at all by then: what it chose under one may have become its own.</summary>
    private static bool IsBreach(LockSite site, List<LockSite> held, MemoryLocation @lock, ProtocolContext context)
    {
        Member member = site.Member;
        return !site.IsCount && !site.HasLock && !site.HasUnknownLock && !OwnPhases.LeavesLockToCallers(site, held) && !held.Exists(site.IsCalledFrom) &&
            !context.World.LeavesLockToCallers(member.Method) && !CountedReaders.Allows(site, held, @lock, context) &&
            !member.Graph.Events.Exists(e => e.Kind is EventKind.LockEnter or EventKind.Wait && member.Search.Reaches(e.Node, site.Access.Event.Node));
    }
}
