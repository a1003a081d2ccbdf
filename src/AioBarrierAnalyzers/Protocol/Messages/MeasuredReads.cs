using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Finds messages without a branch: how far the sender has come is read plainly, and says how much is copied. The copy is a loop of its own, whose end is a
/// mere guess to the processor: the address depends on nothing that was read, and elements can be read before the position is.
/// </summary>
internal static class MeasuredReads
{
    public static IEnumerable<MeasuredRead> Find(ProtocolContext context)
    {
        foreach (Member receiver in context.World.Members)
        {
            if (receiver.IsConstruction)
                continue;
            foreach (MemberEvent use in receiver.Accesses)
            {
                if (use.Event is not { Kind: EventKind.Load, IsBulk: true, Extent: { } extent } || use.Location.Kind != LocationKind.Element)
                    continue;
                foreach (MemoryEvent source in extent.Sources())
                {
                    if (source is { Kind: EventKind.Load, Action.IsPlain: true } && receiver.Find(source) is { } load && IsPosition(load, context) &&
                        receiver.Search.HasUnorderedPath(source, use.Event) && FindSender(load, use, context) is { } found)
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    /// <summary>A number that is stored in order somewhere, and not by the receiver itself: its own position is no news to it.</summary>
    private static bool IsPosition(MemberEvent load, ProtocolContext context) =>
        load.Location.Kind == LocationKind.Field && load.Event.Operation.Type is { IsValueType: true } && context.Evidence.IsMarked(load.Location) &&
        !load.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(load.Location));

    private static MeasuredRead? FindSender(MemberEvent load, MemberEvent use, ProtocolContext context)
    {
        foreach (MemberEvent publish in context.World.AccessesOf(load.Location))
        {
            Member sender = publish.Member;
            if (publish.Event is not { Kind: EventKind.Store, IsMarked: true } || Stores.IsClear(publish.Event) || sender == load.Member ||
                !ProtocolContext.MayOverlap(sender, load.Member) || publish.Event.Locks.Excludes(load.Event.Locks) || !AreTwoRoles(publish, load, context))
            {
                continue;
            }

            MemberEvent? payload = context.World.AccessesOf(use.Location).FirstOrDefault(
                p => p.Member == sender && p.Event.Writes && !Stores.IsClear(p.Event) && !p.Event.Locks.Excludes(use.Event.Locks) &&
                    sender.Search.Reaches(p.Event.Node, publish.Event.Node));
            if (payload is not null)
                return new MeasuredRead(load, use, payload, publish);
        }

        return null;
    }

    /// <summary>
    /// The sender's own thread may read its position plainly, too, where others acquire it. It is another one that answers with a position of its own, or that
    /// leaves the sender's lock alone.
    /// </summary>
    private static bool AreTwoRoles(MemberEvent publish, MemberEvent load, ProtocolContext context) =>
        (!publish.Event.Locks.IsEmpty && load.Event.Locks.IsEmpty) ||
        load.Member.Accesses.Any(a => a.Event is { Writes: true, IsMarked: true } && !a.Location.Overlaps(load.Location) &&
            publish.Member.Accesses.Any(b => b.Event is { Reads: true, IsMarked: true } && b.Location.Overlaps(a.Location))) ||
        !context.World.AccessesOf(load.Location).Any(a => a.Event is { Reads: true, IsMarked: true });
}
