using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>Finds announcements without a full fence (M. M. Michael, Hazard Pointers, 2004; K. Fraser, Practical lock-freedom, 2004, on epochs).</summary>
internal static class Announcements
{
    public static IEnumerable<Announcement> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            if (member.IsConstruction)
                continue;
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, Stored: Value.Loaded { IsExact: true } value } && IsSlot(context, store) &&
                    member.Accesses.FirstOrDefault(a => a.Event == value.Event) is { } source && Judge(context, source, store) is { } announcement)
                {
                    yield return announcement;
                }
            }
        }
    }

    /// <summary>One of many places of a kind, which is empty at times.</summary>
    private static bool IsSlot(ProtocolContext context, MemberEvent store) => IsOneOfMany(store.Event.Path!) && context.Evidence.IsMarked(store.Location) &&
        context.World.AccessesOf(store.Location).Any(a => a.Event is { Kind: EventKind.Store, Stored: Value.Constant } && !a.Event.IsBulk) &&
        !context.World.AccessesOf(store.Location).Any(IsClaimOfTheSlot);

    /// <summary>The slot is taken by a compare-exchange of its empty value: a later store only renews what is already announced.</summary>
    private static bool IsClaimOfTheSlot(MemberEvent access) => access.Event is { Kind: EventKind.ReadModifyWrite, Comparand: Value.Constant };

    /// <summary>In an array or behind a pointer, or in an object that the member was given or found: not in the member's own.</summary>
    private static bool IsOneOfMany(AccessPath path)
    {
        for (MemoryLocation? at = path.Location; at is not null; at = at.IsEmbedded ? at.Owner : null)
        {
            if (at.Kind == Accesses.LocationKind.Element || at.ThroughPointer)
                return true;
        }

        return path.Base is Value.Loaded or Value.Given { Symbol: IParameterSymbol };
    }

    private static Announcement? Judge(ProtocolContext context, MemberEvent source, MemberEvent store)
    {
        if (source.Event.Kind != EventKind.Load || source.Location.Overlaps(store.Location) || !context.Evidence.IsMarked(source.Location))
            return null;
        foreach (MemberEvent change in context.World.AccessesOf(source.Location))
        {
            if (change.Event.Kind != EventKind.ReadModifyWrite || change.Event.IsConcurrentCollection)
                continue;
            MemberEvent? scan = ProtocolContext.In(change.Member, store.Location).FirstOrDefault(s => s.Event.Kind == EventKind.Load &&
                change.Member.Search.Reaches(change.Event.Node, s.Event.Node) && context.Guards.Of(s).Any());
            if (scan is null || StoreBuffering.IsFencedForAll(change, scan))
                continue;
            MemberEvent? check = Check(context, source, store);
            if (check is not null ? StoreBuffering.IsUnfenced(store, check) : StaysUnfenced(store))
                return new Announcement(source, store, check, change, scan);
        }

        return null;
    }

    /// <summary>The second look at the source, which is compared with the first one.</summary>
    private static MemberEvent? Check(ProtocolContext context, MemberEvent source, MemberEvent store) =>
        ProtocolContext.In(store.Member, source.Location).FirstOrDefault(
        a => a.Event.Kind == EventKind.Load && a.Event != source.Event && store.Member.Search.Reaches(store.Event.Node, a.Event.Node) &&
            context.Guards.Of(a).Any(g => g.Branch.Condition!.Sources().Contains(source.Event)));

    /// <summary>The member can end without anything that makes the store visible before what its caller reads next.</summary>
    private static bool StaysUnfenced(MemberEvent store) => store.Member.Search.ReachesEnd(
        store.Event.Node,
        node => node.Event is { } e &&
            (e.Kind is EventKind.ReadModifyWrite or EventKind.Wait or EventKind.Invoke or EventKind.Opaque || e.Action.Ordering == Ordering.Full ||
                (e.Writes && e != store.Event && e.Location?.Overlaps(store.Location) == true)),
        static _ => false);
}
