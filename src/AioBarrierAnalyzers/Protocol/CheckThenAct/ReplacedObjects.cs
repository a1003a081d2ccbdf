using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds new objects that a member stores in a critical section and then reads again behind it, where whoever comes next disposes of the one that is there and
/// puts another in its place: what is read can be another thread's object, or one that was disposed of. Where nobody disposes of them, any will do.
/// </summary>
internal static class ReplacedObjects
{
    public static IEnumerable<(MemberEvent Store, MemberEvent Again, MemberEvent Rival)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => m.HasInnerLock && SeveralThreads.MayRun(m)))
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, Stored: Value.Made } && store.Location.Kind == LocationKind.Field &&
                    LibraryTypes.Disposables.IsImplementedBy(PathFactory.TypeOf(store.Location.Symbol!)) && LockOf(store, context) is { } @lock &&
                    Again(store) is { } again && RivalOf(store, @lock, context) is { } rival)
                {
                    yield return (store, again, rival);
                }
            }
        }
    }

    private static MemoryLocation? LockOf(MemberEvent store, ProtocolContext context) => store.Event.Locks.HasUnknown ? null : store.Event.Locks.Locks
        .Where(l => !l.IsShared).Select(l => l.Location).FirstOrDefault(l => LockObjects.MayExclude(l, context.World));

    /// <summary>The next access of the same place, where it is a read without any lock whose object is then used.</summary>
    private static MemberEvent? Again(MemberEvent store)
    {
        MemberEvent? next = store.Member.Accesses.FirstOrDefault(a => a.Event.Node > store.Event.Node && a.Location.MayAlias(store.Location) &&
            store.Member.Search.Reaches(store.Event.Node, a.Event.Node));
        return next is { Event: { Kind: EventKind.Load, Locks: { IsEmpty: true, HasUnknown: false } } } &&
            next.Event.Path!.IsOfSameObject(store.Event.Path!) && Uses.FailsOn(next.Event) && !Exclusion.IsBehindAtomicLock(store, next)
            ? next
            : null;
    }

    /// <summary>The store, under the same lock, of a member that disposes of what was there.</summary>
    private static MemberEvent? RivalOf(MemberEvent store, MemoryLocation @lock, ProtocolContext context) => context.World.AccessesOf(store.Location)
        .Where(a => a.Event.Kind == EventKind.Store && !a.Member.Method.IsDisposal() && a.Event.Locks.Find(@lock) is not null && DisposesOfTheOld(a, @lock))
        .OrderBy(a => a.Member == store.Member).FirstOrDefault();

    private static bool DisposesOfTheOld(MemberEvent store, MemoryLocation @lock) => store.Member.Graph.Events.Any(
        e => e.Operation is IInvocationOperation { Instance: { } disposed } call && call.TargetMethod.IsDisposal() && store.Member.Accesses.Any(
            old => old.Event.Reads && old.Location.MayAlias(store.Location) && old.Event.Locks.Find(@lock) is not null &&
                store.Member.Search.Reaches(old.Event.Node, store.Event.Node) && IsOf(disposed, old.Event.Operation)));

    /// <summary>What is disposed of is what was read, there or into a local before.</summary>
    private static bool IsOf(IOperation disposed, IOperation read) => disposed.Syntax == read.Syntax ||
        (NameOf(disposed) is { } local && read.Syntax.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText == local,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: var right } => right == read.Syntax && target.Identifier.ValueText == local,
            _ => false,
        });

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IFlowCaptureReferenceOperation { Syntax: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
