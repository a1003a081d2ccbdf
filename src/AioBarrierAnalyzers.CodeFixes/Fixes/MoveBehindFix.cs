using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Moves the statement that gives memory back behind the one that takes away the way to it.</summary>
internal sealed class MoveBehindFix : BarrierFix
{
    public override EditKind Kind => EditKind.MoveBehind;

    public override string EquivalenceKey => "DisconnectFirst";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) => Task.FromResult(TryFix(site, cancellationToken));

    private static FixResult? TryFix(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is null
            || site.Primary.Parent is not ExpressionStatementSyntax moved
            || StatementList.Around(moved) is not { } list
            || list.Containing(site.Anchor) is not { } last)
        {
            return null;
        }

        // Next to each other, and neither changes what the other names.
        var at = list.IndexOf(moved);
        if (list.IndexOf(last) != at + 1
            || new[] { moved, last }.Any(statement => !StatementTrivia.OwnsLines(statement) || StatementTrivia.HasDirectives(statement))
            || Interference.HasExit(last is LockStatementSyntax section ? section.Statement : last)
            || Interference.CallsOwnType(last, site.Model, cancellationToken)
            || Interference.Changed(last, site.Model, cancellationToken).Overlaps(Interference.Named(moved, site.Model, cancellationToken)))
        {
            return null;
        }

        var statements = list.Statements.ToList();
        statements[at] = StatementTrivia.WithBlankLines(StatementTrivia.WithoutBlankLines(last), StatementTrivia.BlankLines(moved));
        statements[at + 1] = StatementTrivia.WithoutBlankLines(moved);
        return new FixResult("Give back only when nothing leads there any more", new ThreadingNames(site).Apply(list.ReplaceIn(site.Root, statements)));
    }
}
