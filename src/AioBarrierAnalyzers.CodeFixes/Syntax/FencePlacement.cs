using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Finds the place for a fence that every path from one access to a later one passes.</summary>
internal static class FencePlacement
{
    /// <summary>The tree with the fence, or null where no statement can stand between or a fence stands there already.</summary>
    public static SyntaxNode? Between(
        FixSite site, ExpressionSyntax? earlier, ExpressionSyntax later, StatementSyntax fence, CancellationToken cancellationToken)
    {
        var earlierStatement = earlier is null ? null : Enclosing.Statement(earlier);
        var laterStatement = Enclosing.Statement(later);
        if (earlier is not null && earlierStatement is null)
            return null;
        if (earlierStatement is not null && earlierStatement == laterStatement)
            return null;

        if (earlierStatement is not null && IsCheaperBehind(earlierStatement, laterStatement, later))
            return Behind(site, earlierStatement, fence, cancellationToken);
        if (laterStatement is null)
            return ExpressionBodies.WithStatementBefore(site.Root, later, fence, site.Model, cancellationToken);

        return Before(site, laterStatement, fence, cancellationToken);
    }

    public static SyntaxNode? Before(FixSite site, StatementSyntax statement, StatementSyntax fence, CancellationToken cancellationToken)
    {
        var list = StatementList.Around(statement);
        var index = list?.IndexOf(statement) ?? -1;
        return index > 0 && ThreadingCall.IsFullFence(list!.Statements[index - 1], site.Model, cancellationToken)
            ? null
            : StatementInsertion.Before(site.Root, statement, fence);
    }

    public static SyntaxNode? Behind(FixSite site, StatementSyntax statement, StatementSyntax fence, CancellationToken cancellationToken)
    {
        var list = StatementList.Around(statement);
        var index = list?.IndexOf(statement) ?? -1;
        return list is not null && index + 1 < list.Statements.Length && ThreadingCall.IsFullFence(list.Statements[index + 1], site.Model, cancellationToken)
            ? null
            : StatementInsertion.Behind(site.Root, statement, fence);
    }

    /// <summary>
    /// Behind the store, where the way from it to the load leads through one list of statements or round a loop. Not out of a lock: holding it for a fence is dear.
    /// </summary>
    private static bool IsCheaperBehind(StatementSyntax earlier, StatementSyntax? later, ExpressionSyntax load)
    {
        if (earlier is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax))
            return false;
        if (StatementList.Around(earlier) is { } list && list.Containing(load) is not null)
            return true;

        return later is not null && (later.Span.Contains(earlier.Span) || later.SpanStart < earlier.SpanStart);
    }
}
