using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds memory that is used behind a look at the flag that says whether it is freed, where flag and memory change under a lock and the look and the use are
/// not in one critical section of it. Nothing is said of members that count themselves in, or wait.
/// </summary>
internal static class FreedBehindChecks
{
    public static IEnumerable<FreedBehindCheck> Find(ProtocolContext context)
    {
        foreach (Member closer in context.World.Own.Where(m => !m.IsConstruction && m.Method.MethodKind != MethodKind.Destructor))
        {
            foreach (MemoryEvent giveBack in closer.Graph.Events.Where(e => e.GivenBack is not null && !e.Locks.IsEmpty))
            {
                if (Teardowns.PathOf(giveBack.GivenBack!) is not { IsFresh: false } resource || LockObjects.HeldAt(giveBack, context.World) is not { } @lock ||
                    Teardowns.IsWaitedFor(giveBack, closer) || Teardowns.IsCounted(giveBack, closer))
                {
                    continue;
                }

                foreach (MemberEvent flag in closer.Accesses.Where(a => IsFlag(a, resource, @lock)))
                {
                    foreach (Member user in context.World.Own.Where(m => m != closer && IsCandidate(m)))
                    {
                        if (Judge(new FreedBehindCheck(giveBack, flag, resource.Location, @lock), user) is { } found)
                            yield return found;
                    }
                }
            }
        }
    }

    private static bool IsFlag(MemberEvent store, AccessPath resource, MemoryLocation @lock) =>
        store.Event is { Kind: EventKind.Store, Stored: Value.Constant } && store.Location.Kind == Accesses.LocationKind.Field &&
        !store.Location.Overlaps(resource.Location) &&
        store.Event.Path!.Base is null or Value.Given && store.Event.Locks.Find(@lock) is not null;

    /// <summary>Something in it says that several threads are about, and nothing else in it keeps the memory.</summary>
    private static bool IsCandidate(Member user) =>
        user.Kind != MemberKind.Construction && !user.Method.IsDisposal() && user.Method.MethodKind != MethodKind.Destructor &&
        user.Graph.Events.Any(e => e.IsMarked || e.Kind == EventKind.LockEnter) && !user.HasInnerAtomicUpdate &&
        !user.Graph.Events.Any(e => e.Kind == EventKind.Wait);

    private static FreedBehindCheck? Judge(FreedBehindCheck teardown, Member user)
    {
        List<MemberEvent> checks = user.Accesses.Where(a => a.Event.Reads && a.Location.Equals(teardown.Flag.Location)).ToList();
        bool IsCheck(GraphNode node) => checks.Exists(c => c.Event == node.Event);
        foreach (MemberEvent check in checks)
        {
            var reached = user.Search.ReachableFrom(check.Event.Node, IsCheck);
            List<MemoryEvent> gaps = user.Graph.Events.Where(e => reached[e.Node] && CriticalSections.IsOutside(e, teardown.Lock)).ToList();
            MemoryEvent? use = user.Graph.Events.LastOrDefault(e => reached[e.Node] && GoesThrough(e.Path, teardown.Resource) &&
                (check.Event.Locks.Find(teardown.Lock) is null || e.Locks.Find(teardown.Lock) is null ||
                    gaps.Exists(g => user.Search.ReachesUnblocked(g.Node, e.Node, IsCheck))));
            if (use is not null && !user.Accesses
                .Any(a => a.Event is { Kind: EventKind.Store, Twin: not null } && reached[a.Event.Node] && a.Event.Locks.Find(teardown.Lock) is not null &&
                    user.Search.Reaches(a.Event.Node, use.Node)))
            {
                return new FreedBehindCheck(teardown.GiveBack, teardown.Flag, teardown.Resource, teardown.Lock) { Check = check, Use = use };
            }
        }

        return null;
    }

    /// <summary>The access is to the memory itself.</summary>
    private static bool GoesThrough(AccessPath? path, MemoryLocation resource)
    {
        Value? at = path?.Base;
        for (int i = 0; i < 8; i++)
        {
            switch (at)
            {
                case Value.Held held:
                    if (held.Path.Location.MayAlias(resource))
                        return true;
                    at = held.Path.Base;
                    break;
                case Value.Loaded { IsExact: true } loaded:
                    if (loaded.Event.Location?.MayAlias(resource) == true)
                        return true;
                    at = loaded.Event.Path?.Base;
                    break;
                case Value.Address address:
                    at = address.Path.Base;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
