using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Records whose parts lie in several arrays at the same index, and which others reach by that index: one is linked in when its index is stored in order, to
/// an element of another record. What is stored at the index itself is part of the record, be it in the array of links.
/// </summary>
internal static class EarlyLinks
{
    /// <summary>A record is linked in, part of it is stored only behind that, and somebody reads the part by the index found in the link.</summary>
    public static IEnumerable<EarlyLink> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction)
                continue;
            foreach (MemberEvent link in member.Accesses)
            {
                if (!IsLink(link))
                    continue;
                foreach (MemberEvent part in member.Accesses)
                {
                    if (part.Event.Kind == EventKind.Store && IsAt(part, link.Event.Stored!) && IsLate(part, link) &&
                        context.IsConcerned(part.Event, link.Event) && FindUse(context, link, part) is { } found)
                    {
                        yield return new EarlyLink(link, part, found.Load, found.Use);
                    }
                }
            }
        }
    }

    /// <summary>A store to an element is no more than a part of the record that the other store belongs to: a third one links the record in.</summary>
    public static bool IsPart(MemberEvent store, MemberEvent other) => other.Event.Path!.Index is { } index && IsAt(store, index) &&
        store.Member.Accesses.Any(a => IsLink(a) && Value.Same(a.Event.Stored, index) && a.Location.MayAlias(store.Location));

    private static bool IsLink(MemberEvent store) => store.Event is { Kind: EventKind.Store, IsMarked: true, Stored: not (null or Value.Constant) } &&
        store.Event.Path!.Step == LocationKind.Element && !IsAt(store, store.Event.Stored);

    private static bool IsAt(MemberEvent store, Value index) => store.Event.Path!.Step == LocationKind.Element && Value.Same(store.Event.Path.Index, index);

    /// <summary>Stored behind the link, and on some way to the link not before it.</summary>
    private static bool IsLate(MemberEvent part, MemberEvent link)
    {
        GraphSearch search = link.Member.Search;
        return search.ReachesUnblocked(link.Event.Node, part.Event.Node, node => node.Index == link.Event.Node) &&
            !link.Member.Accesses.Any(a => a.Event.Kind == EventKind.Store && a.Location.MayAlias(part.Location) && IsAt(a, link.Event.Stored!) &&
                !search.ReachesUnblocked(0, link.Event.Node, node => node.Index == a.Event.Node));
    }

    private static (MemberEvent Load, MemberEvent Use)? FindUse(ProtocolContext context, MemberEvent link, MemberEvent part)
    {
        foreach (MemberEvent use in context.World.AccessesOf(part.Location))
        {
            if (use.Event.Kind != EventKind.Load || use.Member.IsConstruction || use.Event.Locks.Excludes(part.Event.Locks) ||
                use.Event.Path!.Index is not { } index)
                continue;
            foreach (MemoryEvent source in index.Sources())
            {
                if (source is { Kind: EventKind.Load, IsMarked: true } && source.Location!.MayAlias(link.Location) &&
                    !source.Locks.Excludes(link.Event.Locks) && use.Member.Find(source) is { } load)
                {
                    return (load, use);
                }
            }
        }

        return null;
    }
}
