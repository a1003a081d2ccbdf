using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// An object that is made and set up under a lock, by whoever finds none there, and for which others look without the lock: to them it is ready once it is
/// not null. That it is looked for twice says that its author expects them.
/// </summary>
internal sealed class UnlockedLooks
{
    private readonly MemoryLocation _published;
    private readonly ProtocolContext _context;

    private UnlockedLooks(MemoryLocation published, ProtocolContext context)
    {
        _published = published;
        _context = context;
    }

    /// <summary>Null where the object is not made on demand under a lock, or not set up in the same section.</summary>
    public static UnlockedLooks? For(MemoryEvent publish, MemberEvent setUp, ProtocolContext context) =>
        publish is { Kind: EventKind.Store, Location: { Kind: LocationKind.Field } published, Locks.IsEmpty: false } &&
        publish.Locks.Excludes(setUp.Event.Locks) && context.Guards.Of(setUp.Member).Any(
            g => g.Covers(publish) && (g.Covers(setUp.Event) || g.IsOnlyWayTo(setUp.Event)) && IsNullTest(g, published) &&
                g.Load.Event.Locks.Excludes(publish.Locks))
            ? new UnlockedLooks(published, context)
            : null;

    /// <summary>A read without any lock, in a member that asks without any lock whether there is something.</summary>
    public bool Include(MemberEvent load) => IsUnlocked(load) && _context.Guards.Of(load.Member).Any(g => IsNullTest(g, _published) && IsUnlocked(g.Load));

    /// <summary>The reads of what the object holds, by whoever has found it at one of several places: these go by no name.</summary>
    public IEnumerable<MemberEvent> UsesOf(LocationKind kind) => _context.World.Members.Where(static m => !m.IsConstruction).SelectMany(
        m => m.Graph.Events.Where(e => e.Reads && e.Location is { NamingSymbol: null } location && location.Kind == kind &&
            e.Path!.Base is Value.Derived { IsChoice: true } choice && choice.Sources().Any(s => s.Location?.MayAlias(_published) == true))
            .Select(e => new MemberEvent(m, e)));

    /// <summary>Where others are given the object by a member that has looked for it without the lock; null where nobody is.</summary>
    public MemberEvent? HandOut() => _context.World.AccessesOf(_published).FirstOrDefault(
        a => a.Event.Kind == EventKind.Load && a.Member.Kind == MemberKind.Ordinary &&
            a.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
            a.Member.Graph.Results.Any(r => r is Value.Loaded or Value.Derived { IsChoice: true } && r.Sources().Contains(a.Event)) && Include(a));

    private static bool IsUnlocked(MemberEvent load) => load.Event is { Kind: EventKind.Load, Locks: { IsEmpty: true, HasUnknown: false } };

    private static bool IsNullTest(Guard guard, MemoryLocation published) =>
        guard.Load.Location.MayAlias(published) && Conditions.IsNullTest(guard.Branch.Condition!, guard.Load.Event);
}
