using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>Two statements that others see change places: stores, publication, teardown, waking.</summary>
internal sealed class NeighboursSwapped : IMutation
{
    public string Kind => "swapped";

    public string Description => "two neighbouring statements change places that both store to what is shared, or call what does; "
        + "not two plain stores of values under the same lock, whose order nobody sees";

    public IReadOnlyList<string> Rules { get; } = ["AIO1003", "AIO1001", "AIO1005", "AIO1006", "AIO2002", "AIO3006", "AIO3007"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        foreach (var block in model.SyntaxTree.GetRoot().DescendantNodes().OfType<BlockSyntax>())
        {
            // Nobody sees the order in which an object is made.
            if (block.Parent is ConstructorDeclarationSyntax) continue;

            for (var i = 1; i < block.Statements.Count; i++)
            {
                var (first, second) = (block.Statements[i - 1], block.Statements[i]);
                var (before, after) = (Effects.Of(model, first), Effects.Of(model, second));
                if (!before.Any || !after.Any || IsFixed(first) || IsFixed(second) || Depends(model, first, second)) continue;
                if (before.IsPlain && after.IsPlain && Exclusion.Holds(model, block)) continue;

                yield return new Change(second, Edit.Swap(first, second));
            }
        }
    }

    /// <summary>Nothing is behind it, or it says what is known from there on.</summary>
    private static bool IsFixed(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or ThrowStatementSyntax or TryStatementSyntax or LocalDeclarationStatementSyntax;

    /// <summary>Whether a variable or field that one uses is stored by the other: then it is the outcome that changes, and not who sees it when.</summary>
    private static bool Depends(SemanticModel model, StatementSyntax first, StatementSyntax second)
    {
        var (left, right) = (Stored(model, first), Stored(model, second));
        if (Meet(left, Used(model, second)) || Meet(right, Used(model, first))) return true;

        var (one, two) = (model.AnalyzeDataFlow(first), model.AnalyzeDataFlow(second));
        return one is null || two is null || !one.Succeeded || !two.Succeeded
            || Meet(Locals(one.WrittenInside), Locals(two.ReadInside).Concat(Locals(two.WrittenInside)))
            || Meet(Locals(two.WrittenInside), Locals(one.ReadInside));
    }

    private static List<ISymbol> Stored(SemanticModel model, StatementSyntax statement) =>
        [.. statement.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Select(a => model.GetSymbolInfo(a.Left).Symbol).OfType<ISymbol>()
            .Where(s => s is IFieldSymbol or IPropertySymbol)];

    private static IEnumerable<ISymbol> Used(SemanticModel model, StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment || assignment.Left != name)
            .Select(name => model.GetSymbolInfo(name).Symbol).OfType<ISymbol>();

    private static bool Meet(IEnumerable<ISymbol> left, IEnumerable<ISymbol> right) => left.Intersect(right, SymbolEqualityComparer.Default).Any();

    private static IEnumerable<ISymbol> Locals(IEnumerable<ISymbol> symbols) =>
        symbols.Where(s => s is ILocalSymbol or IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out } or IParameterSymbol { IsThis: false });
}
