using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds objects that are made under a lock and stored by index in a thread-safe dictionary, where the look that has found none was made before the lock was
/// taken: the next thread makes another one. The lock says that one at a time is meant; either one will do, unless it is also put somewhere else in the same
/// section, where both are kept, or is to be disposed of.
/// </summary>
internal static class KeptTwice
{
    public static IEnumerable<(MemberEvent Look, MemberEvent Act, MemoryLocation Lock)> In(Member member, ProtocolContext context)
    {
        if (!member.HasConcurrentAdd || member.Kind != MemberKind.Ordinary)
            yield break;
        foreach ((MemberEvent act, MemoryLocation? held) in HeldActs.In(context).Of(member))
        {
            if (held is not null && EntryStores.ValueOf(act.Event) is Value.Made or Value.Derived { IsChoice: false } && LookBefore(act, context) is { } look &&
                (IsKeptElsewhere(act, held) || IsToBeDisposedOf(act, context)))
            {
                yield return (look, act, held);
            }
        }
    }

    /// <summary>The look without a lock that has found nothing under the key; null where another one comes behind it.</summary>
    private static MemberEvent? LookBefore(MemberEvent act, ProtocolContext context) => context.Guards.Of(act.Member).Find(
        g => g.Load.Event is { Kind: EventKind.Load, IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionLook } look &&
            look.Locks.IsEmpty && !look.Locks.HasUnknown && g.Load.Location.MayAlias(act.Location) && look.Path!.IsOfSameObject(act.Event.Path!) &&
            EntryStores.AreOfOneKey(look, act.Event) && g.Demands(new Value.Constant(false)) && g.Covers(act.Event) && !IsAskedOtherwise(g, act, context) &&
            !Exclusion.IsBehindAtomicLock(g.Load, act))?.Load;

    /// <summary>Behind the look something else decides whether one is made, and not merely refuses: who comes second may find it there.</summary>
    private static bool IsAskedOtherwise(Guard look, MemberEvent act, ProtocolContext context) => context.Guards.Of(act.Member).Exists(
        g => g.Load != look.Load && g.IsChoice && g.Covers(act.Event) && look.Covers(g.Load.Event));

    /// <summary>The same section adds the very object to another collection.</summary>
    private static bool IsKeptElsewhere(MemberEvent act, MemoryLocation @lock)
    {
        Value made = EntryStores.ValueOf(act.Event)!;
        return TypeOf(act) is { IsReferenceType: true, SpecialType: not SpecialType.System_String } && act.Member.Accesses.Any(
            a => a.Event.Effect.Role == MemberRole.CollectionAdd && !a.Location.MayAlias(act.Location) && a.Event.Locks.Find(@lock) is not null &&
                a.Event.Handed.Any(h => h == made) && CriticalSections.AreOne(a, act, @lock));
    }

    private static ITypeSymbol? TypeOf(MemberEvent act) => (act.Event.Operation as ISimpleAssignmentOperation)?.Target.Type;

    private static bool IsToBeDisposedOf(MemberEvent act, ProtocolContext context) =>
        act.Event.Operation is ISimpleAssignmentOperation assignment && OverwrittenValues.IsToBeDisposedOf(assignment, act, context);
}
