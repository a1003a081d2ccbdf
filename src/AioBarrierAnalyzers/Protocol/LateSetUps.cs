using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>
/// Finds objects that are reachable before they are set up (the ring set up under its users, 2014). Storing a reference releases what was stored
/// into the object before, and nothing that is stored afterwards (memory-model.md, publication of objects).
/// </summary>
internal static class LateSetUps
{
    public static IEnumerable<LateSetUp> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            foreach ((MemoryEvent publication, Value made) in FreshObjects.Publications(member))
            {
                if (IsConditional(publication, member) || !IsSharedPlace(publication, context))
                    continue;
                List<MemberEvent> lookups = LookupsOf(publication, member, context);
                foreach (MemoryEvent store in LateStores(publication, made, member, context))
                {
                    if (lookups.Count > 0 && UseOf(store, publication, member, lookups, context) is { } found)
                        yield return found;
                }
            }

            foreach (LateSetUp started in BehindStart(member, context))
                yield return started;
        }
    }

    private static bool IsSharedPlace(MemoryEvent publication, ProtocolContext context) =>
        publication.IsMarked || publication.IsConcurrentCollection || context.Evidence.Of(publication.Location!) != EvidenceKinds.None;

    /// <summary>Who takes references from where the object was put. The member itself counts where the place is made for several threads.</summary>
    private static List<MemberEvent> LookupsOf(MemoryEvent publication, Member member, ProtocolContext context) =>
        context.World.AccessesOf(publication.Location!).Where(
            a => a.Event.Reads && (a.Member != member || publication.IsConcurrentCollection)).ToList();

    /// <summary>The member goes on in two ways by the outcome of a publication that may fail: which of them has published is not followed.</summary>
    private static bool IsConditional(MemoryEvent publication, Member member) =>
        publication.Kind == EventKind.ReadModifyWrite && member.Graph.Nodes.Any(n => n.Condition is { } condition && condition.Sources().Contains(publication));

    /// <summary>The stores to a new object that come after what makes it reachable, and that nothing behind them announces.</summary>
    private static IEnumerable<MemoryEvent> LateStores(MemoryEvent publication, Value made, Member member, ProtocolContext context)
    {
        GraphSearch search = member.Search;
        foreach (MemoryEvent store in FreshObjects.StoresInto(made, member))
        {
            if (store == publication || store.IsMarked || store.IsConcurrentCollection || Stores.IsClear(store) || store.Operation.Syntax.Span.Contains(publication.Operation.Syntax.Span) ||
                !search.Reaches(publication.Node, store.Node) || search.Reaches(store.Node, publication.Node) ||
                member.Graph.Events.Any(e => search.Reaches(store.Node, e.Node) && (e.Kind == EventKind.Wake || IsMarkOn(e, made, member))))
            {
                continue;
            }

            // What others store as well is no set-up but state that changes.
            if (!context.World.AccessesOf(store.Location!).Any(a => a.Event.Writes && a.Event.Operation.Syntax != store.Operation.Syntax))
                yield return store;
        }
    }

    private static bool IsMarkOn(MemoryEvent @event, Value made, Member member) =>
        @event.Writes && @event.IsMarked && @event.Path is { } path && FreshObjects.IsSame(FreshObjects.RootOf(path.Base, member), made);

    private static LateSetUp? UseOf(MemoryEvent store, MemoryEvent publication, Member member, List<MemberEvent> lookups, ProtocolContext context)
    {
        // A member that finds the object there and reads what is set up, or calls code of the object that does.
        foreach (MemberEvent lookup in lookups.Where(l => l.Member != member && !l.Event.Locks.Excludes(store.Locks)))
        {
            if (store.Location!.NamingSymbol is { } symbol && ObjectUses.FirstUnwaited(lookup.Member, symbol) is { } use &&
                context.World.AccessesOf(store.Location).Where(a => a.Member == lookup.Member).All(a => !a.Event.Locks.Excludes(store.Locks)))
            {
                return new LateSetUp(publication, store, lookup.Member, use);
            }
        }

        // Or one that hands it out.
        MemberEvent? handedOut = lookups.FirstOrDefault(l => publication.IsConcurrentCollection && !l.Event.Locks.Excludes(store.Locks) &&
            store.Location!.NamingSymbol is { DeclaredAccessibility: not Accessibility.Private } &&
            l.Member.Graph.Results.Any(r => r.Sources().Contains(l.Event)));
        return handedOut is null ? null : new LateSetUp(publication, store, handedOut.Member, handedOut.Event.Operation.Syntax);
    }

    /// <summary>A constructor starts a thread on the object, and goes on setting it up.</summary>
    private static IEnumerable<LateSetUp> BehindStart(Member member, ProtocolContext context)
    {
        if (!member.IsConstruction || member.Method.IsStatic)
            yield break;
        foreach (MemoryEvent start in member.Graph.Events.Where(e => e.Kind == EventKind.Start && e.Action.Ordering == Ordering.Full))
        {
            foreach (MemoryEvent store in LateStores(start, new Value.Given(member.Type), member, context))
            {
                if (store.Path!.Symbol is not { } symbol)
                    continue;
                foreach (Member user in context.World.Own.Where(m => m.Kind == MemberKind.Started && m.Method.MethodKind != MethodKind.Destructor))
                {
                    if (ObjectUses.FirstUnwaited(user, symbol) is { } use)
                    {
                        yield return new LateSetUp(start, store, user, use);
                        break;
                    }
                }
            }
        }
    }
}
