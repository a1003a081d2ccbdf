using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>Whether two accesses are made by different threads, as far as the code says so.</summary>
internal static class Roles
{
    /// <summary>
    /// One of them is made on a thread, work item or callback of its own, and the other is not; or both are, of two that one member starts one after the
    /// other, without a wait in between.
    /// </summary>
    public static bool AreApart(MemberEvent a, MemberEvent b, World world) =>
        IsStarted(a) != IsStarted(b) || (IsStarted(a) && a.Member != b.Member && world.Own.Any(m => StartsBoth(m, a.Member, b.Member)));

    /// <summary>
    /// The access is one of the member's own steps, in a member of another type that calls it: its caller, and no second thread beside it.
    /// </summary>
    public static bool IsOfCaller(MemberEvent access, Member member) => access.Member != member &&
        !SymbolEqualityComparer.Default.Equals(access.Member.Type.Outermost(), member.Type.Outermost()) &&
        member.Accesses.Any(a => a.Event.Operation.Syntax == access.Event.Operation.Syntax);

    /// <summary>
    /// The access is a step of a member of the other's type, in a member of another type that calls it: who calls the type's members, and whether from one
    /// thread, is the callers' matter.
    /// </summary>
    public static bool IsOfUser(MemberEvent access, Member member) => access.Event.Frame.Depth > 0 &&
        !SymbolEqualityComparer.Default.Equals(access.Member.Type.Outermost(), member.Type.Outermost()) &&
        SymbolEqualityComparer.Default.Equals(
            access.Event.Frame.Method.ContainingType.Outermost().OriginalDefinition, member.Type.Outermost().OriginalDefinition);

    /// <summary>One has waited for the other's thread, is yet to start it, or has the other's code inside and awaits it.</summary>
    public static bool AreInTurn(MemberEvent a, MemberEvent b) => IsBeforeOrBehind(a, b) || IsBeforeOrBehind(b, a);

    /// <summary>The code of a thread that is made for it, and for nothing else: it runs once at a time.</summary>
    public static bool IsOnOneThread(Member member, World world)
    {
        if (member is not { Kind: MemberKind.Started, IsRepeated: false })
            return false;
        bool isStarted = false;
        foreach (MemoryEvent start in world.Members.SelectMany(m => m.Graph.Events).Where(e => e.Kind == EventKind.Start && member.IsRunBy(e)))
        {
            isStarted = true;
            if (start.Operation is not IInvocationOperation { TargetMethod.ContainingType: { } owner } || !LibraryTypes.Thread.Contains(owner))
                return false;
        }

        return isStarted;
    }

    private static bool IsStarted(MemberEvent access) => access.Member.Kind == MemberKind.Started;

    private static bool IsBeforeOrBehind(MemberEvent access, MemberEvent started)
    {
        if (IsStarted(access) || !IsStarted(started))
            return false;
        GraphSearch search = access.Member.Search;
        return access.Member.Graph.Events.Any(e =>
            (IsWait(e) && search.Reaches(e.Node, access.Event.Node)) ||
            (e.Kind == EventKind.Start && search.Reaches(access.Event.Node, e.Node))) || Holds(access.Member, started.Member);
    }

    private static bool IsWait(MemoryEvent @event) => @event.Kind == EventKind.Wait || @event.Operation is IAwaitOperation;

    private static bool StartsBoth(Member starter, Member a, Member b)
    {
        bool Meets(MemoryEvent first, MemoryEvent second) =>
            starter.Search.ReachesUnblocked(first.Node, second.Node, static node => node.Event is { } e && IsWait(e));
        List<MemoryEvent> others = StartsOf(starter, b).ToList();
        return others.Count > 0 && StartsOf(starter, a).Any(s => others.Exists(o => s == o || Meets(s, o) || Meets(o, s)));
    }

    /// <summary>Where it is started whatever else is under way: a continuation waits for what it continues.</summary>
    private static IEnumerable<MemoryEvent> StartsOf(Member starter, Member started) => starter.Graph.Events.Where(
        e => e.Kind == EventKind.Start && !e.Effect.Is(MemberTraits.Continuation) &&
            e.Operation.DescendantsAndSelf()
                .Any(o => CodeIn(o) is { } code && SymbolEqualityComparer.Default.Equals(code.OriginalDefinition, started.Method.OriginalDefinition)));

    private static IMethodSymbol? CodeIn(IOperation operation) => operation switch
    {
        IMethodReferenceOperation reference => reference.Method,
        IFlowAnonymousFunctionOperation lambda => lambda.Symbol,
        _ => null,
    };

    private static bool Holds(Member outer, Member inner)
    {
        if (inner.Method.DeclaringSyntaxReferences.FirstOrDefault() is not { } code)
            return false;
        return outer.Method.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == code.SyntaxTree && r.Span.Contains(code.Span));
    }
}
