using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// Finds private fields that Volatile is used for on one side only: all stores release and every load is plain, or the other way round. What else
/// might keep the order, or need none, is left alone: locks, fences, atomic operations, signals and starts in the member of the plain access, references (which
/// order what they lead to), stores with nothing before them, values that are only reported, and tests that only throw.
/// </summary>
internal static class HalfPairs
{
    public static IEnumerable<HalfPair> Find(ProtocolContext context)
    {
        var seen = new HashSet<MemoryLocation>();
        foreach (MemberEvent access in context.World.Own.SelectMany(m => m.Accesses))
        {
            if (access.Event.IsMarked && IsWholeScope(access.Location) && seen.Add(access.Location))
            {
                foreach (HalfPair pair in In(context.World.AccessesOf(access.Location), context))
                    yield return pair;
            }
        }
    }

    /// <summary>
    /// Nobody outside of the type can use it, and a value of it leads nowhere; nor does it lie on the stack of one thread, as a ref struct does.
    /// </summary>
    private static bool IsWholeScope(MemoryLocation location) =>
        location is { Kind: Accesses.LocationKind.Field, ThroughPointer: false,
            Symbol: IFieldSymbol
            {
                DeclaredAccessibility: Accessibility.Private, IsVolatile: false, Type.IsValueType: true, ContainingType.IsRefLikeType: false,
            } };

    private static IEnumerable<HalfPair> In(ImmutableArray<MemberEvent> accesses, ProtocolContext context)
    {
        if (accesses.Any(a => a.Event.Kind is not (EventKind.Load or EventKind.Store) || a.Event.IsBulk || !a.Event.Locks.IsEmpty))
            yield break;
        List<MemberEvent> stores = accesses.Where(a => a.Event.Writes).ToList();
        List<MemberEvent> loads = accesses.Where(a => a.Event.Reads).ToList();
        if (stores.Count == 0 || loads.Count == 0)
            yield break;
        if (stores.All(s => s.Event.Action == MemoryAction.ReleaseStore) && loads.All(l => l.Event.Action.IsPlain && !HasOtherOrder(l)))
        {
            foreach (MemberEvent test in loads.Where(l => IsTested(l, context)))
            {
                if (stores.FirstOrDefault(s => s.Member != test.Member) is { } release)
                    yield return new HalfPair(test, release);
            }
        }
        else if (loads.All(l => l.Event.Action == MemoryAction.AcquireLoad) && stores.All(s => s.Event.Action.IsPlain && !HasOtherOrder(s)))
        {
            foreach (MemberEvent store in stores.Where(HasSomethingBefore))
            {
                if (loads.FirstOrDefault(l => l.Member != store.Member && IsTested(l, context)) is { } acquire)
                    yield return new HalfPair(store, acquire);
            }
        }
    }

    /// <summary>Something before or behind the access keeps order too, or hands it over.</summary>
    private static bool HasOtherOrder(MemberEvent access) => access.Member.Graph.Events.Any(e =>
        e.Kind is EventKind.Fence or EventKind.ReadModifyWrite or EventKind.LockEnter or EventKind.LockExit or EventKind.Wait or
        EventKind.Wake or EventKind.Start &&
        (access.Member.Search.Reaches(e.Node, access.Event.Node) || access.Member.Search.Reaches(access.Event.Node, e.Node)));

    /// <summary>The member stores something, or runs code that may, before the store: that is what a release would keep there.</summary>
    private static bool HasSomethingBefore(MemberEvent store) => store.Member.Graph.Events.Any(e =>
        (e.Writes || e.Kind is EventKind.Opaque or EventKind.Invoke) && e != store.Event && store.Member.Search.Reaches(e.Node, store.Event.Node));

    /// <summary>What the member does goes by the value, and both ways lead on.</summary>
    private static bool IsTested(MemberEvent load, ProtocolContext context) =>
        context.Guards.Of(load).Any(g => LeadsOn(g.Branch, true, load.Member) && LeadsOn(g.Branch, false, load.Member));

    private static bool LeadsOn(GraphNode branch, bool outcome, Member member)
    {
        var reached = member.Search.ReachableByBranch(branch, outcome, static _ => false);
        return reached[branch.Index] || member.Graph.Nodes.Any(n => n.IsExit && reached[n.Index]);
    }
}
