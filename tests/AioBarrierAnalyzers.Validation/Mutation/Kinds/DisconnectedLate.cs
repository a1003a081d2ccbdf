using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>What leads to a resource goes only when the resource has gone.</summary>
internal sealed class DisconnectedLate : IMutation
{
    public string Kind => "disconnected late";

    public string Description => "the last reference in a field, or an entry in a table, is looked up under the lock, and taken away only at the end of the member";

    public IReadOnlyList<string> Rules { get; } = ["AIO3006"];

    public IEnumerable<Change> In(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node.FirstAncestorOrSelf<LockStatementSyntax>() is not { } region
                || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body.Statements: [.., var last] body } method
                || last.Contains(node))
            {
                continue;
            }

            // In front of the result, behind all else.
            TextChange AtEnd(string text) => last is ReturnStatementSyntax ? Edit.InsertBefore(last, text) : Edit.InsertAfter(last, text);
            string Locked(string text) => $"lock ({region.Expression})\n{{\n    {text}\n}}\n";
            if (node is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } && assignment.Right.IsKind(SyntaxKind.NullLiteralExpression)
                && model.GetSymbolInfo(assignment.Left).Symbol is IFieldSymbol)
            {
                yield return new Change(node, Edit.Remove(node), AtEnd(Locked(node.ToString())));
            }

            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Remove" } access } call
                && call.ArgumentList.Arguments is [var key, { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword }])
            {
                yield return new Change(call, new TextChange(access.Name.Span, "TryGetValue"), AtEnd(Locked($"{access.Expression}.Remove({key});")));
            }
        }
    }
}
