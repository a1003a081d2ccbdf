using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Reads a location into a new local, which is tested and used instead.</summary>
internal sealed class ReadOnceFix : BarrierFix
{
    private const string Title = "Read it once into a local";

    public override EditKind Kind => EditKind.ReadOnce;

    public override string EquivalenceKey => "ReadOnce";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) =>
        Task.FromResult(Rewrite(site, cancellationToken) is { } root
            ? new FixResult(Title, NewTrees.Put(site.Document.Project.Solution, site.Document.Id, root))
            : null);

    private static SyntaxNode? Rewrite(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is not { } test || RepeatedReads.Between(test, site.Primary, site.Model, cancellationToken) is not { } reads
            || LocalName.For(site, reads.Location, cancellationToken) is not { } name)
        {
            return null;
        }

        var local = SyntaxFactory.IdentifierName(name);
        var declaration = SyntaxFactory.ParseStatement($"var {name} = {test.WithoutTrivia().ToFullString()};");
        if (reads.First is not { } first)
        {
            return ExpressionBodies.WithStatementBefore(
                site.Root, test, declaration, body => body.ReplaceNodes(reads.All, (read, _) => local.WithTriviaFrom(read)), site.Model, cancellationToken);
        }

        var root = site.Root.TrackNodes(reads.All.Cast<SyntaxNode>().Append(first));
        foreach (var read in reads.All)
            root = root.ReplaceNode(root.GetCurrentNode(read)!, local.WithTriviaFrom(read));
        return StatementInsertion.Before(root, root.GetCurrentNode(first)!, declaration);
    }
}
