using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds new objects that are stored by index in a thread-safe dictionary where a look before has found none: the second of two threads replaces the object
/// of the first, and what that has put into it is lost. Where nobody changes the objects, a result that is kept for instance, either one will do.
/// </summary>
internal static class OverwrittenEntries
{
    public static IEnumerable<(MemberEvent Look, MemberEvent Store)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => m.HasConcurrentAdd && SeveralThreads.MayRun(m)))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event.Locks.IsEmpty && EntryStores.ValueOf(store.Event) is Value.Made made && LookBefore(store, context) is { } look &&
                    !Exclusion.IsBehindAtomicLock(look, store) && (IsChangedLater(made, store, context) || IsToBeDisposedOf(store, context)))
                {
                    yield return (look, store);
                }
            }
        }
    }

    /// <summary>The look that has found nothing under the key; null where another one comes behind it, or it is not what decides.</summary>
    private static MemberEvent? LookBefore(MemberEvent store, ProtocolContext context)
    {
        Guard? test = context.Guards.Of(store.Member).FindLast(
            g => g.Load.Event is { Kind: EventKind.Load, IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionLook } look &&
                g.Load.Location.MayAlias(store.Location) && look.Path!.IsOfSameObject(store.Event.Path!) && EntryStores.AreOfOneKey(look, store.Event) &&
                g.Demands(new Value.Constant(false)) && g.Covers(store.Event) && g.IsNear(store.Event));
        return test?.Load;
    }

    private static bool IsToBeDisposedOf(MemberEvent store, ProtocolContext context) =>
        store.Event.Operation is ISimpleAssignmentOperation assignment && OverwrittenValues.IsToBeDisposedOf(assignment, store, context);

    /// <summary>Something is added to the new object once it is in the dictionary, or to what is found there; or it serves as a lock.</summary>
    private static bool IsChangedLater(Value.Made made, MemberEvent store, ProtocolContext context) => context.World.Members.Any(m => m.Graph.Events.Any(
        e => IsChange(e) && !(e.IsConcurrentCollection && made.Type is { DeclaringSyntaxReferences.IsEmpty: false }) && e.Path?.Base is { } of &&
            (IsEntry(of, store) || (of == made && m == store.Member && m.Search.Reaches(store.Event.Node, e.Node)))));

    private static bool IsChange(MemoryEvent @event) => @event.Kind == EventKind.LockEnter || @event.TakesOut ||
        (@event.Kind == EventKind.ReadModifyWrite && !Stores.IsBlind(@event)) ||
        (@event.Kind == EventKind.Store && (@event.Twin is not null || @event.Location?.Kind is LocationKind.Content or LocationKind.Handlers));

    /// <summary>What an access to the dictionary has given.</summary>
    private static bool IsEntry(Value value, MemberEvent store) =>
        value.Sources().Any(s => s is { IsConcurrentCollection: true, Reads: true } && s.Location?.MayAlias(store.Location) == true);
}
