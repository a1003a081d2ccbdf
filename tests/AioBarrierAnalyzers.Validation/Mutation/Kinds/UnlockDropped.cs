using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A lock region becomes Monitor.Enter and Monitor.Exit, and one way out has no Exit.</summary>
internal sealed class UnlockDropped : IMutation
{
    public string Kind => "unlock dropped";

    public string Description =>
        "`lock` becomes `Monitor.Enter` and an `Exit` on each way out but one: a `return`, or all that is thrown; `finally { Exit }` moves to the end";

    public IReadOnlyList<string> Rules { get; } = ["AIO3005"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        var nodes = model.SyntaxTree.GetRoot().DescendantNodes().ToList();
        foreach (var region in nodes.OfType<LockStatementSyntax>())
        {
            var ways = region.Statement.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).OfType<ReturnStatementSyntax>().ToList<StatementSyntax?>();

            // The last return is the way that is taken most: it keeps its Exit. Without it, only an exception leaves the lock behind.
            if (CanThrow(model, region.Statement)) yield return new Change(region, Opened(region, ways, dropped: null));
            foreach (var way in ways.SkipLast(1))
            {
                yield return new Change(region, Opened(region, ways, way));
            }
        }

        foreach (var region in nodes.OfType<TryStatementSyntax>())
        {
            if (region.Finally is { Block.Statements: [var exit] } && exit.ToString().StartsWith("Monitor.Exit(", System.StringComparison.Ordinal))
            {
                var ways = region.Block.DescendantNodes().OfType<ReturnStatementSyntax>();
                yield return new Change(region, Edit.Dissolve(region, null, region.Block, [.. ways.Select(way => Edit.InsertBefore(way, exit.ToString()))], null));
            }
        }
    }

    private static TextChange Opened(LockStatementSyntax region, List<StatementSyntax?> ways, StatementSyntax? dropped)
    {
        var exit = $"Monitor.Exit({region.Expression});";
        var edits = new List<TextChange>();
        foreach (var way in ways)
        {
            if (way == dropped) continue;

            // What is returned is evaluated under the lock.
            edits.Add(way is ReturnStatementSyntax { Expression: { } value } && value is not (LiteralExpressionSyntax or IdentifierNameSyntax)
                ? Edit.Replace(way, $"var result = {value};\n{exit}\nreturn result;")
                : Edit.InsertBefore(way!, exit));
        }

        var block = (BlockSyntax)region.Statement;
        var end = block.Statements[^1] is ReturnStatementSyntax or ThrowStatementSyntax ? null : exit;
        return Edit.Dissolve(region, $"Monitor.Enter({region.Expression});", block, [.. edits], end);
    }

    /// <summary>Whether the code itself throws, as it says: in a throw, or in a call of a member of the reference that says so.</summary>
    private static bool CanThrow(SemanticModel model, SyntaxNode code) => code.DescendantNodes().Any(node => node switch
    {
        ThrowStatementSyntax or ThrowExpressionSyntax => true,
        InvocationExpressionSyntax or IdentifierNameSyntax => model.GetSymbolInfo(node).Symbol is { } member && Throws(member),
        _ => false,
    });

    private static bool Throws(ISymbol member) => member.Name.StartsWith("Throw", System.StringComparison.Ordinal)
        || (member is IMethodSymbol or IPropertySymbol
            && member.DeclaringSyntaxReferences.Any(r => r.GetSyntax().DescendantNodes().Any(n => n is ThrowStatementSyntax or ThrowExpressionSyntax)));
}
