using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Finds takers that end because the collection was empty and nothing more comes, in that order: who adds the last item and says so does both between the two
/// looks. Right is the other order, or a last look at the collection where the flag is found set. That the flag is for this, and does not just stop the taker,
/// is known where the same member adds and then sets it, or where whoever adds is told that nothing more is taken on.
/// </summary>
internal static class LastItems
{
    public static IEnumerable<LastItem> Find(ProtocolContext context)
    {
        foreach (Member taker in context.World.Own.Where(m => !m.IsConstruction && !m.Method.IsDisposal()))
        {
            foreach (MemberEvent look in taker.Accesses.Where(
                a => a.Event.IsConcurrentCollection && a.Event.Effect.Role is MemberRole.CollectionTake or MemberRole.CollectionLook))
            {
                List<Guard> found = context.Guards.Of(look);
                if (found.Count == 0)
                    continue;
                foreach (Guard end in context.Guards.Of(taker))
                {
                    if (IsEnd(end, look, found) && ClosingOf(end, look, context) is { } closing)
                    {
                        yield return new LastItem(look, end.Load, closing);
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The flag is read where nothing was found, and leads out without another look.</summary>
    private static bool IsEnd(Guard end, MemberEvent look, List<Guard> found)
    {
        MemoryEvent flag = end.Load.Event;
        GraphSearch search = end.Member.Search;
        bool IsLook(GraphNode node) => node.Event is { Reads: true, Location: { } location } && location.MayAlias(look.Location);
        return flag is { Kind: EventKind.Load, IsMarked: true, IsConcurrentCollection: false } && !flag.Locks.Excludes(look.Event.Locks) &&
            found.Exists(g => g.Covers(flag) && IsOfNothing(g, look.Event)) && search.ReachesUnblocked(look.Event.Node, flag.Node, IsLook) &&
            search.ReachesUnblocked(flag.Node, end.Branch.Index, IsLook) &&
            search.ReachesEnd(end.Branch.Successors[end.Outcome ? 0 : 1], IsLook, static _ => false) &&
            !search.Reaches(end.Branch.Successors[end.Outcome ? 0 : 1], look.Event.Node);
    }

    private static bool IsOfNothing(Guard guard, MemoryEvent look) => look.Operation is IPropertyReferenceOperation property
        ? property.Property.Name == "IsEmpty" ? guard.Demands(new Value.Constant(true)) : guard.Demands(new Value.Constant(0))
        : guard.Demands(new Value.Constant(false));

    private static MemberEvent? ClosingOf(Guard end, MemberEvent look, ProtocolContext context) => context.World.AccessesOf(end.Load.Location).FirstOrDefault(
        c => c.Event is { Writes: true, Stored: Value.Constant closed } && c.Member != look.Member && end.Demands(closed) &&
            context.World.AccessesOf(look.Location).Any(
                add => IsAddition(add) && (IsBefore(add, c) || (!IsAskedFirst(end, look) && IsRefused(add, c, closed, context)))));

    /// <summary>
    /// The flag is asked before the collection was ever looked at: where it is set by then, all that is there stays, and so may what comes later.
    /// </summary>
    private static bool IsAskedFirst(Guard end, MemberEvent look) => end.Member.Search.ReachesUnblocked(
        0, end.Load.Event.Node, node => node.Event is { Reads: true, Location: { } location } && location.MayAlias(look.Location));

    private static bool IsAddition(MemberEvent access) =>
        access.Event is { IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionAdd, Stored: not Value.Constant };

    /// <summary>The same member adds, and then sets the flag for good.</summary>
    private static bool IsBefore(MemberEvent add, MemberEvent closing) => add.Member == closing.Member &&
        add.Member.Search.Reaches(add.Event.Node, closing.Event.Node) && !add.Member.Search.Reaches(closing.Event.Node, add.Event.Node);

    /// <summary>Nothing is added once the flag is set, and the caller is told: so what he was not told that of is to be taken out.</summary>
    private static bool IsRefused(MemberEvent add, MemberEvent closing, Value closed, ProtocolContext context) => add.Member != closing.Member &&
        context.Guards.Of(add.Member).Any(g => g.Load.Location.Overlaps(closing.Location) && g.Covers(add.Event) && g.IsNear(add.Event) && !g.Admits(closed) &&
            (!g.IsChoice || add.Member.Method.ReturnType.SpecialType == SpecialType.System_Boolean));
}
