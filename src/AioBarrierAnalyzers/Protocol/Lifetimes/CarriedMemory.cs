using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds memory whose address a member reads under a lock and uses behind its end, while another one frees it under that lock, or has it moved. Nothing is said
/// where the user leaves a sign of its own under the lock, counts or waits, nor of who ends the object as a whole: of that its users may know.
/// </summary>
internal static class CarriedMemory
{
    public static IEnumerable<Teardown> Find(ProtocolContext context)
    {
        foreach (Member closer in context.World.Own.Where(m => !m.IsConstruction && m.Method.MethodKind != Microsoft.CodeAnalysis.MethodKind.Destructor))
        {
            foreach (MemoryEvent giveBack in closer.Graph.Events.Where(e => e.GivenBack is not null && !e.Locks.IsEmpty))
            {
                if (closer.Method.IsDisposal() || giveBack.Frame.Method.IsDisposal() ||
                    Teardowns.PathOf(giveBack.GivenBack!) is not { IsFresh: false } resource || LockObjects.HeldAt(giveBack, context.World) is not { } @lock ||
                    Teardowns.IsWaitedFor(giveBack, closer) || Teardowns.IsCounted(giveBack, closer))
                {
                    continue;
                }

                if (context.World.Own.Where(m => m != closer && IsUser(m, @lock)).Select(m => UseOf(resource.Location, @lock, m)).FirstOrDefault(
                    u => u is not null) is { } use)
                {
                    yield return new Teardown(giveBack, resource.Location.Name, use, null) { IsCarriedOut = true };
                }
            }
        }
    }

    private static bool IsUser(Member member, MemoryLocation @lock) =>
        member.Kind != MemberKind.Construction && !member.Method.IsDisposal() && !member.HasInnerAtomicUpdate &&
        !member.Graph.Events.Any(e => e.Kind == EventKind.Wait) &&
        !member.Accesses.Any(a => a.Event.Writes && a.Event.Path?.IsFresh == false && a.Event.Locks.Find(@lock) is not null);

    /// <summary>Where the member reads the address, if it uses the memory behind the end of the critical section.</summary>
    private static MemberEvent? UseOf(MemoryLocation resource, MemoryLocation @lock, Member user) => user.Accesses.FirstOrDefault(
        read => read.Event is { Kind: EventKind.Load, Twin: null } && read.Location.MayAlias(resource) && !CriticalSections.IsOutside(read.Event, @lock) &&
            user.Graph.Events.Any(e => CriticalSections.IsOutside(e, @lock) && e.Path is not null && e.DependsByAddress(read.Event)));
}
