using System.Linq;
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

        if (earlierStatement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax)
        {
            if (StatementList.Around(earlierStatement) is { } list && list.Containing(later) is { } containing)
                return InList(site, list, earlierStatement, containing, fence, cancellationToken);
            if (IsBehindEveryWay(earlierStatement, laterStatement))
                return Behind(site, earlierStatement, fence, cancellationToken);
        }

        if (laterStatement is null)
            return ExpressionBodies.WithStatementBefore(site.Root, later, fence, site.Model, cancellationToken);
        return Before(site, earlier is null ? OutOfLoops(site, laterStatement, cancellationToken) : laterStatement, fence, cancellationToken);
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
    /// Round a loop, and where the load is in another member, the place behind the store is on the way. Not in a lock: to hold it for a fence is dear.
    /// </summary>
    private static bool IsBehindEveryWay(StatementSyntax earlier, StatementSyntax? later)
    {
        if (later is not null && Enclosing.Function(earlier) == Enclosing.Function(later))
            return later.Span.Contains(earlier.Span) || later.SpanStart < earlier.SpanStart;

        var function = Enclosing.Function(earlier);
        return !earlier.Ancestors().TakeWhile(ancestor => ancestor != function).Any(ancestor => ancestor is LockStatementSyntax);
    }

    /// <summary>A store that is made before the member needs one fence, not one for each turn of a loop that only looks.</summary>
    private static StatementSyntax OutOfLoops(FixSite site, StatementSyntax statement, CancellationToken cancellationToken)
    {
        for (var current = statement; current is not null; current = current.Parent is { } parent ? Enclosing.Statement(parent) : null)
        {
            if (current is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax))
                continue;
            if (Interference.CallsOwnType(current, site.Model, cancellationToken)
                || Interference.Changed(current, site.Model, cancellationToken).Any(symbol => symbol is not ILocalSymbol))
            {
                break;
            }

            statement = current;
        }

        return statement;
    }

    /// <summary>As late as possible, for the stores between, but not inside a nested loop or branch; and round a loop right behind the store.</summary>
    private static SyntaxNode? InList(
        FixSite site, StatementList list, StatementSyntax earlier, StatementSyntax later, StatementSyntax fence, CancellationToken cancellationToken)
    {
        var from = list.IndexOf(earlier);
        var to = list.IndexOf(later);
        if (to <= from + 1)
            return Behind(site, earlier, fence, cancellationToken);

        return list.Statements.Skip(from + 1).Take(to - from - 1).Any(statement => ThreadingCall.IsFullFence(statement, site.Model, cancellationToken))
            ? null
            : Before(site, later, fence, cancellationToken);
    }
}
