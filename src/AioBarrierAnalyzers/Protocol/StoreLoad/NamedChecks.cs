using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// Finds store buffering of which one side alone is in the source: a store, and then a check of which an option says that it looks for a waiter.
/// </summary>
internal static class NamedChecks
{
    /// <summary>Stores that are not kept before the check.</summary>
    public static IEnumerable<(MemberEvent Store, MemberEvent Check)> Find(ProtocolContext context)
    {
        if (context.Options.WaiterCheckNames.IsEmpty)
            yield break;
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent check in member.Accesses.Where(a => a.Event.Kind == EventKind.Load && IsNamed(a, context)))
            {
                // A check that decides nothing is a mere report.
                if (context.Guards.Of(check).Any() && member.Accesses.LastOrDefault(s => IsUnfenced(s, check, context)) is { } store)
                    yield return (store, check);
            }
        }
    }

    private static bool IsNamed(MemberEvent load, ProtocolContext context)
    {
        for (Frame? at = load.Event.Frame; at?.Caller is not null; at = at.Caller)
        {
            if (context.Options.WaiterCheckNames.Name(at.Method))
                return true;
        }

        return context.Options.WaiterCheckNames.Name(load.Location.NamingSymbol);
    }

    private static bool IsUnfenced(MemberEvent store, MemberEvent check, ProtocolContext context) =>
        store.Event.Kind == EventKind.Store && !store.Location.Overlaps(check.Location) && context.Evidence.Of(store.Location) != EvidenceKinds.None &&
        store.Member.Search.HasUnorderedPath(store.Event, check.Event);
}
