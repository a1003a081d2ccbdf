using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
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
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool IsTakenTooEarly(MemberEvent read, Guard guard)
    {
        GraphSearch search = guard.Member.Search;
        MemoryEvent load = guard.Load.Event;
        if (read.Event.Kind != EventKind.Load || read.Event.IsConcurrentCollection ||
            !search.Reaches(read.Event.Node, load.Node) || search.Reaches(load.Node, read.Event.Node) ||
            !IsUsedIn(read, guard) || read.Location.Overlaps(guard.Load.Location) ||
            guard.Branch.Condition!.Sources().Contains(read.Event) || load.DependsByAddress(read.Event) || read.Event.Twin is not null)
        {
            return false;
        }

        foreach (MemberEvent other in guard.Member.Accesses)
        {
            // Looked at before as well, read again behind the guard, or checked by an atomic operation: then this read is only a first guess.
            if (other.Location.Overlaps(guard.Load.Location) && search.Reaches(other.Event.Node, read.Event.Node))
                return false;
            if (other.Event.Kind == EventKind.ReadModifyWrite && search.Reaches(read.Event.Node, other.Event.Node))
                return false;
            if (other.Event.Reads && other != read && guard.Covers(other.Event) && other.Location.Overlaps(read.Location))
                return false;
        }

        return true;
    }

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
                !publish.Event.IsMarked || !IsAnnouncement(publish.Event, guard) || IsOneOfTheSenders(guard, publish) ||
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

    /// <summary>The reader makes the same announcement itself: the two are no sender and receiver, and something else must keep them apart.</summary>
    private static bool IsOneOfTheSenders(Guard guard, MemberEvent publish) => guard.Member.Accesses.Any(
        a => a.Event.Kind == EventKind.Store && a.Location.Overlaps(publish.Location) && IsAnnouncement(a.Event, guard));

    private Finding Report(MemberEvent read, Guard guard, MemberEvent sender, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(read),
        new EditHint(nameof(EditKind.MoveRead), read.Location.Name),
        context.SiteOf(guard.Load),
        new[] { sender.Event.Operation.Syntax },
        read.Location.Name,
        guard.Load.Location.Name,
        $"{ProtocolContext.Describe(sender)} can store both in between, so that this finds '{guard.Load.Location.Name}' set and has the old " +
            $"'{read.Location.Name}'");
}
