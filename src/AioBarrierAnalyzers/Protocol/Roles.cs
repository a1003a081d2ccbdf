using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Whether two accesses are made by different threads, as far as the code says so.</summary>
internal static class Roles
{
    /// <summary>One of them is made on a thread, work item or callback of its own, and the other is not.</summary>
    public static bool AreApart(MemberEvent a, MemberEvent b) => IsStarted(a) != IsStarted(b);

    /// <summary>One has waited for the other's thread, is yet to start it, or has the other's code inside and awaits it.</summary>
    public static bool AreInTurn(MemberEvent a, MemberEvent b) => IsBeforeOrBehind(a, b) || IsBeforeOrBehind(b, a);

    private static bool IsStarted(MemberEvent access) => access.Member.Kind == MemberKind.Started;

    private static bool IsBeforeOrBehind(MemberEvent access, MemberEvent started)
    {
        if (IsStarted(access) || !IsStarted(started))
            return false;
        GraphSearch search = access.Member.Search;
        return access.Member.Graph.Events.Any(e =>
            ((e.Kind == EventKind.Wait || e.Operation is IAwaitOperation) && search.Reaches(e.Node, access.Event.Node)) ||
            (e.Kind == EventKind.Start && search.Reaches(access.Event.Node, e.Node))) || Holds(access.Member, started.Member);
    }

    private static bool Holds(Member outer, Member inner)
    {
        if (inner.Method.DeclaringSyntaxReferences.FirstOrDefault() is not { } code)
            return false;
        return outer.Method.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == code.SyntaxTree && r.Span.Contains(code.Span));
    }
}
