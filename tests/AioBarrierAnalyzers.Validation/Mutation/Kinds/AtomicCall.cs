using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>A call of a method of Volatile or Interlocked.</summary>
/// <param name="Node">The call.</param>
/// <param name="Name">The method.</param>
internal sealed record AtomicCall(InvocationExpressionSyntax Node, string Name)
{
    /// <summary>The location that it works on.</summary>
    public string Target => Argument(0);

    public bool IsStatement => Node.Parent is ExpressionStatementSyntax;

    public static IEnumerable<AtomicCall> All(SemanticModel model, string type) =>
        from node in model.SyntaxTree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        let method = model.GetSymbolInfo(node).Symbol as IMethodSymbol
        where method?.ContainingType is { } container && container.Name == type && container.ContainingNamespace.ToString() == "System.Threading"
        select new AtomicCall(node, method.Name);

    public string Argument(int index) => Node.ArgumentList.Arguments[index].Expression.ToString();

    public TextChange ReplaceWith(string text) => new(Node.Span, text);
}
