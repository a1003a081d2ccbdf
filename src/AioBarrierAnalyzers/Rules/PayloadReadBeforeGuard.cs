using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Messages;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO1005: the payload is taken first, and only then the flag is read that says it is there.</summary>
internal sealed class PayloadReadBeforeGuard : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO1005_PayloadReadBeforeGuard;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            foreach (Guard guard in context.Guards.Of(member))
            {
                if (!guard.Load.Event.IsMarked || guard.Load.Event.Kind != EventKind.Load || guard.Load.Event.IsConcurrentCollection)
                    continue;
                foreach (MemberEvent read in member.Accesses)
                {
                    if (IsTakenTooEarly(read, guard) && context.BringsTogether(read.Event, guard.Load.Event) && FindSender(read, guard, context) is { } sender)
                        yield return Report(read, guard, sender, context);
                }
            }
        }

        foreach (EarlyArray early in EarlyArrays.Find(context))
        {
            if (context.IsConcerned(early.Array.Event, early.Number.Event))
                yield return Report(early, context);
        }

        foreach (LastItem last in LastItems.Find(context))
        {
            if (context.IsConcerned(last.Look.Event, last.Flag.Event))
                yield return Report(last, context);
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool IsTakenTooEarly(MemberEvent read, Guard guard)
    {
        GraphSearch search = guard.Member.Search;
        MemoryEvent load = guard.Load.Event;
        bool isOfSlot = IsOfOneSlot(read.Event, load) || IsAtPosition(read.Event, guard);
        if (read.Event.Kind != EventKind.Load || read.Event.IsConcurrentCollection ||
            !search.Reaches(read.Event.Node, load.Node) || (search.Reaches(load.Node, read.Event.Node) && !IsOfNextRound(load, read, guard, isOfSlot)) ||
            !IsUsedIn(read, guard) || read.Location.Overlaps(guard.Load.Location) ||
            guard.Branch.Condition!.Sources().Contains(read.Event) || load.DependsByAddress(read.Event) || load.IsPlacedBy(read.Event) ||
            read.Event.Twin is not null)
        {
            return false;
        }

        foreach (MemberEvent other in guard.Member.Accesses)
        {
            // Looked at before as well, read again behind the guard, or checked by an atomic operation: then this read is only a first guess.
            if (other.Location.Overlaps(guard.Load.Location) && search.Reaches(other.Event.Node, read.Event.Node) &&
                !IsOfNextRound(other.Event, read, guard, isOfSlot))
            {
                return false;
            }

            if (other.Event.Kind == EventKind.ReadModifyWrite && search.Reaches(read.Event.Node, other.Event.Node) &&
                !(isOfSlot && guard.Covers(other.Event)))
            {
                return false;
            }

            if (other.Event.Reads && other != read && guard.Covers(other.Event) && other.Location.Overlaps(read.Location))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Both are parts of one slot, and of another one in each round of a loop: what was looked at in the round before says nothing of this slot, and to claim a
    /// position behind the look does not check what was read before it.
    /// </summary>
    private static bool IsOfOneSlot(MemoryEvent read, MemoryEvent load) =>
        read.Path!.Base is Value.Address { Path: { Step: Accesses.LocationKind.Element, Index.Varies: true } } slot && Value.Same(slot, load.Path!.Base);

    /// <summary>The guard compares the very position from which the read is made, another one in each round: it says how far the slots are filled.</summary>
    private static bool IsAtPosition(MemoryEvent read, Guard guard)
    {
        Value? index = read.Path!.Index ?? (read.Path.Base as Value.Address)?.Path.Index;
        return index is { Varies: true } &&
            Conditions.Reduced(guard.Branch.Condition!, guard.Outcome).Condition is Value.Comparison { Left: var left, Right: var right } &&
            ((left.Varies && IsPartOf(left, index)) || (right.Varies && IsPartOf(right, index)));
    }

    private static bool IsPartOf(Value part, Value whole) => ReferenceEquals(part, whole) ||
        (whole is Value.Derived { IsChoice: false } derived && derived.Operands.Any(o => ReferenceEquals(o, part))) ||
        (whole is Value.Masked masked && ReferenceEquals(masked.Operand, part));

    /// <summary>Only the next round leads from the look to the read: in its own round the read comes first.</summary>
    private static bool IsOfNextRound(MemoryEvent look, MemberEvent read, Guard guard, bool isOfSlot) => isOfSlot &&
        !guard.Member.Search.ReachesUnblocked(0, look.Node, node => node.Index == read.Event.Node);

    /// <summary>Where the guard says so, what was read is stored, handed on or chosen, or leads to what is accessed.</summary>
    private static bool IsUsedIn(MemberEvent read, Guard guard)
    {
        foreach (int node in read.Event.UsedAt)
        {
            if (guard.Region[node])
                return true;
        }

        foreach (MemberEvent access in guard.Member.Accesses)
        {
            if (guard.Covers(access.Event) && access.Event.DependsByAddress(read.Event))
                return true;
        }

        return false;
    }

    /// <summary>A constant that certainly leads into the region, or an index or count that may.</summary>
    private static bool IsAnnouncement(MemoryEvent publish, Guard guard) =>
        publish.Stored is Value.Constant ? guard.Demands(publish.Stored) && !Stores.IsClear(publish) : publish.Stored is Value.Derived;

    private static MemberEvent? FindSender(MemberEvent read, Guard guard, ProtocolContext context)
    {
        foreach (MemberEvent publish in context.World.AccessesOf(guard.Load.Location))
        {
            if (publish.Event.Kind != EventKind.Store || publish.Member == guard.Member || !ProtocolContext.MayOverlap(publish.Member, guard.Member) ||
                !publish.Event.IsMarked || !IsAnnouncement(publish.Event, guard) || IsOneOfTheSenders(read, guard, publish) ||
                publish.Event.Locks.Excludes(guard.Load.Event.Locks))
            {
                continue;
            }

            foreach (MemberEvent payload in ProtocolContext.In(publish.Member, read.Location))
            {
                if (payload.Event.Kind == EventKind.Store && !Stores.IsClear(payload.Event) && !payload.Event.Locks.Excludes(read.Event.Locks) &&
                    publish.Member.Search.Reaches(payload.Event.Node, publish.Event.Node))
                {
                    return publish;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The reader makes the same announcement itself: the two are no sender and receiver, and something else must keep them apart. To give back the slot behind
    /// the guard, with nothing new in it, is none.
    /// </summary>
    private static bool IsOneOfTheSenders(MemberEvent read, Guard guard, MemberEvent publish) => guard.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.Store && a.Location.Overlaps(publish.Location) && IsAnnouncement(a.Event, guard) &&
            !(IsOfOneSlot(read.Event, guard.Load.Event) && IsGivenBack(a, read, guard)));

    private static bool IsGivenBack(MemberEvent store, MemberEvent read, Guard guard) => guard.Covers(store.Event) && !guard.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.Store && !Stores.IsClear(a.Event) && a.Location.Overlaps(read.Location));

    private Finding Report(EarlyArray early, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(early.Array),
        new EditHint(nameof(EditKind.None), early.Array.Location.Name),
        context.SiteOf(early.Number),
        new[] { early.Growth.Event.Operation.Syntax },
        early.Array.Location.Name,
        early.Number.Location.Name,
        $"{ProtocolContext.Describe(early.Growth)} can put a longer array there and count on in between, so that the number is out of the old one's range");

    private Finding Report(LastItem last, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(last.Look),
        new EditHint(nameof(EditKind.None), last.Look.Location.Name),
        context.SiteOf(last.Flag),
        new[] { last.Closing.Event.Operation.Syntax },
        last.Look.Location.Name,
        last.Flag.Location.Name,
        $"the last item can be added, and {ProtocolContext.Describe(last.Closing)} set the flag, in between, so that this finds " +
            $"'{last.Flag.Location.Name}' set and leaves the item there");

    private Finding Report(MemberEvent read, Guard guard, MemberEvent sender, ProtocolContext context) => new(
        Descriptor,
        context.OwnSiteBeside(read.Event, guard.Load.Event),
        new EditHint(nameof(EditKind.MoveRead), read.Location.Name),
        context.OwnSiteBeside(guard.Load.Event, read.Event),
        new[] { sender.Event.Operation.Syntax },
        read.Location.Name,
        guard.Load.Location.Name,
        $"{ProtocolContext.Describe(sender)} can store both in between, so that this finds '{guard.Load.Location.Name}' set and has the old " +
            $"'{read.Location.Name}'");
}
