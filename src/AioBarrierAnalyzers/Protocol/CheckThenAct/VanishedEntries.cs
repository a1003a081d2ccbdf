using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds entries of a thread-safe dictionary that are asked for and then read by index, which throws where there is none any more, while another member takes
/// entries out. What only the end of the object's life takes out does not count, nor what is kept out by a lock.
/// </summary>
internal static class VanishedEntries
{
    public static IEnumerable<Reread> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && !m.Method.IsDisposal()))
        {
            foreach (MemberEvent read in member.Accesses)
            {
                if (IsReadByIndex(read.Event) && !IsCaught(read.Event) && LookBefore(read, context) is { } look && !Exclusion.IsBehindAtomicLock(look, read) &&
                    TakeBetween(look, read, context) is { } take)
                {
                    yield return new Reread(look, read, take);
                }
            }
        }
    }

    private static bool IsReadByIndex(MemoryEvent @event) => @event is { Kind: EventKind.Load, IsConcurrentCollection: true, Key: not null } &&
        @event.Effect.Role == MemberRole.CollectionLook && @event.Operation is IPropertyReferenceOperation { Property.IsIndexer: true };

    /// <summary>Somebody sees to it that the entry may be missing.</summary>
    private static bool IsCaught(MemoryEvent read) => read.Operation.Syntax.Ancestors().OfType<TryStatementSyntax>()
        .Any(t => t.Catches.Count > 0 && t.Block.Span.Contains(read.Operation.Syntax.Span));

    /// <summary>The look that has found the entry; null where there is none.</summary>
    private static MemberEvent? LookBefore(MemberEvent read, ProtocolContext context) => context.Guards.Of(read.Member).Find(
        g => g.Load.Event is { Kind: EventKind.Load, IsConcurrentCollection: true, Effect.Role: MemberRole.CollectionLook } look && look != read.Event &&
            g.Load.Location.MayAlias(read.Location) && look.Path!.IsOfSameObject(read.Event.Path!) && EntryStores.AreOfOneKey(look, read.Event) &&
            g.Demands(new Value.Constant(true)) && g.Covers(read.Event))?.Load;

    private static MemberEvent? TakeBetween(MemberEvent look, MemberEvent read, ProtocolContext context) =>
        context.World.AccessesOf(read.Location).FirstOrDefault(t =>
            (t.Event.TakesOut || t.Event.Effect.Role == MemberRole.CollectionClear) && t.Member != read.Member && !t.Member.Method.IsDisposal() &&
            !t.Event.Locks.Excludes(read.Event.Locks) && !Roles.AreInTurn(look, t) &&
            (Roles.AreApart(look, t, context.World) || (SeveralThreads.MayRun(read.Member) && SeveralThreads.MayRun(t.Member))));
}
