using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells what is made where none was found, and of which a second one does harm: a task runs twice, what must be disposed of is lost, and what one caller has
/// put into a collection the others do not find. The lock that it is stored under says that its author expects several threads.
/// </summary>
internal static class MadeTwice
{
    public static bool Matters(MemberEvent look, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Member.Kind == MemberKind.Ordinary && act.Event is { Kind: EventKind.Store, Stored: not (null or Value.Constant) } &&
        act.Location is { Kind: LocationKind.Field, Symbol: { } field } && act.Location.MayAlias(look.Location) && look.Event.Locks.IsEmpty &&
        PathFactory.TypeOf(field) is { IsReferenceType: true } type &&
        context.Guards.Of(look).Any(g => Conditions.IsNullTest(g.Branch.Condition!, look.Event) && g.Covers(act.Event)) &&
        (LibraryTypes.Task.Contains(type) || LibraryTypes.Thread.Contains(type) || LibraryTypes.Disposables.IsImplementedBy(type) ||
            IsFilledLater(act, context)) &&
        context.World.AccessesOf(act.Location).All(
            a => !a.Event.Writes || a.Member.IsConstruction || a.Member.Method.IsDisposal() || a.Event.Locks.Find(@lock) is not null);

    private static bool IsFilledLater(MemberEvent act, ProtocolContext context) => context.World.Members.Any(m => m.Accesses.Any(
        a => a.Event.Effect.Role == MemberRole.CollectionAdd && a.Location is { Kind: LocationKind.Content, Owner: { } owner } &&
            owner.MayAlias(act.Location)));
}
