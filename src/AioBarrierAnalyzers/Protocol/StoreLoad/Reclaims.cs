using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Tells a worker that gives a flag back and takes it again if there is more work by then, beside one who adds work and takes the flag if nobody has it: where
/// each misses the store of the other, the work is left to nobody. Who takes the flag works himself; nobody need be woken or started. What only the worker
/// stores while he has the flag is no work that somebody adds.
/// </summary>
internal static class Reclaims
{
    public static bool AreBeside(MemberEvent store, Guard decision, MemberEvent otherStore, Guard otherDecision, ProtocolContext context) =>
        Stores.IsClear(store.Event) && LeadsToClaim(decision, store) &&
        (IsClaim(otherDecision.Load, store) || LeadsToClaim(otherDecision, store)) && !IsWorkers(otherStore, store, context);

    private static bool LeadsToClaim(Guard decision, MemberEvent store) =>
        decision.Member.AtomicUpdates.Any(a => IsClaim(a, store) && decision.Covers(a.Event) && decision.IsNear(a.Event) && IsHeeded(a));

    private static bool IsClaim(MemberEvent access, MemberEvent store) => access.Event is { Kind: EventKind.ReadModifyWrite, Delta: 0 } &&
        Stores.IsSet(access.Event) && access.Location.MayAlias(store.Location);

    /// <summary>Somebody asks whether the claim was won.</summary>
    private static bool IsHeeded(MemberEvent claim) => claim.Member.Graph.Nodes.Any(n => n.IsBranch && n.Condition!.Sources().Contains(claim.Event));

    /// <summary>Stored behind a claim that was won.</summary>
    private static bool IsWorkers(MemberEvent otherStore, MemberEvent flag, ProtocolContext context) =>
        context.Guards.Of(otherStore.Member).Exists(g => IsClaim(g.Load, flag) && g.Covers(otherStore.Event));
}
