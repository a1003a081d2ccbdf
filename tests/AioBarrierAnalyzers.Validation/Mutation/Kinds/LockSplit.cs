using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>The lock is left and entered again in the middle of its region.</summary>
internal sealed class LockSplit : IMutation
{
    public string Kind => "lock split";

    public string Description => "a lock is left and entered again between two statements of its region, or between the two sides of an `&&`";

    public IReadOnlyList<string> Rules { get; } = ["AIO2003", "AIO3001", "AIO3002", "AIO3003", "AIO3004"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        foreach (var region in model.SyntaxTree.GetRoot().DescendantNodes().OfType<LockStatementSyntax>())
        {
            if (region.Statement is not BlockSyntax block) continue;

            var header = $"lock ({region.Expression})";
            foreach (var statement in block.Statements)
            {
                if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: BinaryExpressionSyntax both } assignment }
                    && both.IsKind(SyntaxKind.LogicalAndExpression))
                {
                    yield return new Change(
                        region,
                        Edit.SplitBefore(statement, header, $"{assignment.Left} = {both.Left};"),
                        new TextChange(assignment.Right.Span, $"{assignment.Left} && {both.Right}"));
                }

                if (statement != block.Statements[0] && HasBefore(block, statement) && HasFrom(block, statement))
                {
                    yield return new Change(region, Declared(block, statement).Append(Edit.SplitBefore(statement, header)).ToList());
                }
            }

            bool HasBefore(BlockSyntax all, StatementSyntax at) => all.Statements.TakeWhile(s => s != at).Any(s => Effects.Of(model, s).Any);
            bool HasFrom(BlockSyntax all, StatementSyntax at) => all.Statements.SkipWhile(s => s != at).Any(s => Effects.Of(model, s).Any);
        }

        // What is declared before the gap is declared before the region, to be known behind the gap.
        IEnumerable<TextChange> Declared(BlockSyntax block, StatementSyntax gap)
        {
            foreach (var local in block.Statements.TakeWhile(s => s != gap).OfType<LocalDeclarationStatementSyntax>())
            {
                var variable = local.Declaration.Variables[0];
                var type = ((ILocalSymbol)model.GetDeclaredSymbol(variable)!).Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
                yield return Edit.InsertBefore(block.Parent!, $"{type} {variable.Identifier.Text};");
                yield return new TextChange(TextSpan.FromBounds(local.SpanStart, variable.SpanStart), "");
            }
        }
    }
}
