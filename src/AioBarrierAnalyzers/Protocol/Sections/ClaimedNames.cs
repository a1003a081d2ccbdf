using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells a name that is not found in one critical section and entered in the next one, so that whoever comes later keeps away: of two threads that did not find
/// it both go on. What the set or dictionary says of who was first is not asked. With something done between the sections the name may only say that it was
/// done before, and twice may be as good; a thread's own loop may be the only one that enters any.
/// </summary>
internal static class ClaimedNames
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock)
    {
        MemoryEvent look = decision.Load.Event;
        return act.Event is { Effect.Role: MemberRole.CollectionAdd, IsConcurrentCollection: false } && act.Location.MayAlias(decision.Load.Location) &&
            look is { Kind: EventKind.Load, TakesOut: false, UsedAt.Count: 0 } && look.Locks.Find(@lock) is not null &&
            decision.Demands(new Value.Constant(false)) && EntryStores.AreOfOneKey(look, act.Event) && SaysNotWhoIsFirst(act.Event) &&
            SeveralThreads.MayRun(act.Member) && AreAdjacent(decision.Load, act, @lock) &&
            (IsFollowedByWork(decision, act, @lock) || IsTold(decision.Load, act));
    }

    /// <summary>A name that is put in, whatever was there, and nothing but the bookkeeping asks whether it was.</summary>
    private static bool SaysNotWhoIsFirst(MemoryEvent act) => act.UsedAt.Count == 0 && act.Operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } } store =>
            store.Syntax.Parent is ExpressionStatementSyntax,
        IInvocationOperation { TargetMethod: { Name: "Add" or "TryAdd" } } call => call.Syntax.Parent switch
        {
            ExpressionStatementSyntax => true,
            IfStatementSyntax { Else: null, Statement: var only } branch when branch.Condition == call.Syntax => IsBookkeeping(only),
            _ => false,
        },
        _ => false,
    };

    /// <summary>Calls and nothing else: it neither leaves the member nor notes anything for later.</summary>
    private static bool IsBookkeeping(StatementSyntax statement) => statement switch
    {
        BlockSyntax block => block.Statements.All(IsBookkeeping),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } => true,
        _ => false,
    };

    /// <summary>The lock is given back and taken again, and nothing else is done in between.</summary>
    private static bool AreAdjacent(MemberEvent look, MemberEvent act, MemoryLocation @lock)
    {
        GraphSearch search = look.Member.Search;
        System.Collections.BitArray reached = search.ReachableFrom(look.Event.Node, node => node.Index == act.Event.Node);
        List<MemoryEvent> between = look.Member.Graph.Events
            .Where(e => reached[e.Node] && e != act.Event && search.Reaches(e.Node, act.Event.Node) && CriticalSections.IsOutside(e, @lock)).ToList();
        return between.Count > 0 && between.TrueForAll(e => e.Kind is EventKind.LockEnter or EventKind.LockExit);
    }

    /// <summary>Who did not find the name goes on to call something, without the lock.</summary>
    private static bool IsFollowedByWork(Guard decision, MemberEvent act, MemoryLocation @lock) => decision.Member.Graph.Events.Any(
        e => e.Kind is EventKind.Invoke or EventKind.Opaque or EventKind.Start && CriticalSections.IsOutside(e, @lock) && decision.IsOnlyWayTo(e) &&
            decision.Member.Search.Reaches(act.Event.Node, e.Node));

    /// <summary>The caller is told by a constant whether the name is his.</summary>
    private static bool IsTold(MemberEvent look, MemberEvent act)
    {
        if (look.Event.CommonFrame(act.Event) is not { Caller: null } || look.Member.Method.ReturnType.SpecialType != SpecialType.System_Boolean ||
            look.Member.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax { Body: { } body })
        {
            return false;
        }

        List<ExpressionSyntax?> told = body.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>().Select(r => r.Expression).ToList();
        return told.TrueForAll(t => t is LiteralExpressionSyntax) && told.Exists(t => t.IsKind(SyntaxKind.TrueLiteralExpression)) &&
            told.Exists(t => t.IsKind(SyntaxKind.FalseLiteralExpression));
    }
}
