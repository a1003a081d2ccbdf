using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Takes the lock once for all statements of a step, or for that of an access. Lock statements among them, or right beside them, become part of the one; locals
/// that are declared in it stay outside, where the statements behind it find them.
/// </summary>
internal sealed class WrapInLockFix : BarrierFix
{
    public override EditKind Kind => EditKind.WrapInLock;

    public override string EquivalenceKey => "WrapInLock";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) => Task.FromResult(TryFix(site, cancellationToken));

    private static FixResult? TryFix(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is not { Parent: LockStatementSyntax })
            return null;

        var taken = site.Anchor.WithoutTrivia();
        var first = site.First ?? Enclosing.Statement(site.Primary) ?? (SyntaxNode)site.Primary;
        var last = site.Last ?? first;
        if (first.Ancestors().Any(node => node is LockStatementSyntax))
            return null;

        var root = first is StatementSyntax statement
            ? LockedRegion.Hold(site.Root, statement, last, taken, site.Model, cancellationToken)
            : ExpressionBodies.InStatement(
                site.Root, site.Primary, body => SyntaxFactory.LockStatement(taken, SyntaxFactory.Block(body)), site.Model, cancellationToken);
        return root is null ? null : new FixResult($"Hold '{taken}'", NewTrees.Put(site.Document.Project.Solution, site.Document.Id, root));
    }
}
