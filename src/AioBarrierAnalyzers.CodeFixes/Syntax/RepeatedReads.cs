using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>The reads of a location, from a test of it on, that one read before the test can stand for.</summary>
internal sealed class RepeatedReads
{
    private RepeatedReads(ExpressionSyntax location, StatementSyntax? first, IReadOnlyList<ExpressionSyntax> all)
    {
        Location = location;
        First = first;
        All = all;
    }

    /// <summary>The location as the test names it.</summary>
    public ExpressionSyntax Location { get; }

    /// <summary>The statement that the test is in; null where it is in an expression body.</summary>
    public StatementSyntax? First { get; }

    public IReadOnlyList<ExpressionSyntax> All { get; }

    /// <summary>Null where one read would not do: something writes in between, or the test is made anew in a loop.</summary>
    public static RepeatedReads? Between(ExpressionSyntax test, ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken)
    {
        var location = LocationOf(test);
        if (!Expressions.IsPure(test) || !Expressions.SameLocation(location, LocationOf(use)) || Enclosing.Function(test) is not { } function
            || Enclosing.Function(use) != function
            || model.GetSymbolInfo(location, cancellationToken).Symbol is not { } symbol)
        {
            return null;
        }

        var first = Enclosing.Statement(test);
        var scope = first is null ? new List<SyntaxNode> { function } : Scope(first, use, model, cancellationToken);
        if (scope is null || !IsFirst(test, first ?? function))
            return null;

        bool IsNamed(ExpressionSyntax node) => Expressions.SameLocation(node, location)
            && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(node, cancellationToken).Symbol, symbol);
        var named = scope.SelectMany(
            node => node.DescendantNodes(child => child is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) || child == function))
            .OfType<ExpressionSyntax>().Where(IsNamed).ToList();
        var reads = new List<ExpressionSyntax>();
        foreach (var node in named.Where(node => node.SpanStart >= test.SpanStart))
        {
            if (ReadOf(node) is not { } read || (read.SpanStart > use.SpanStart && IsApart(read, use, scope)))
                break;
            reads.Add(read);
        }

        return reads.Contains(test) && reads.Contains(use) && !IsInLoop(use, first) ? new RepeatedReads(location, first, reads) : null;
    }

    private static ExpressionSyntax LocationOf(ExpressionSyntax read) =>
        read is InvocationExpressionSyntax call && ThreadingCall.IsRead(call) && ThreadingCall.Location(call) is { } location ? location : read;

    /// <summary>The whole read, where the location is read and not written or taken the address of.</summary>
    private static ExpressionSyntax? ReadOf(ExpressionSyntax location)
    {
        var whole = Expressions.WithParentheses(location);
        return whole.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None) =>
                ThreadingCall.IsRead(call) ? call : null,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => null,
            AssignmentExpressionSyntax assignment when assignment.Left == whole => null,
            PrefixUnaryExpressionSyntax prefix when Expressions.IsStep(prefix) || prefix.IsKind(SyntaxKind.AddressOfExpression) => null,
            PostfixUnaryExpressionSyntax postfix when Expressions.IsStep(postfix) => null,
            RefExpressionSyntax => null,
            _ => location,
        };
    }

    /// <summary>The statement with the test and those behind it, to the one with the use and on to the first that may change something.</summary>
    private static List<SyntaxNode>? Scope(StatementSyntax first, SyntaxNode use, SemanticModel model, CancellationToken cancellationToken)
    {
        if (first is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax)
            return null;
        if (first.Span.Contains(use.Span))
            return new List<SyntaxNode> { first };
        if (StatementList.Around(first) is not { } list || list.Containing(use) is not { } last)
            return null;
        var from = list.IndexOf(first);
        var to = list.IndexOf(last);
        while (to + 1 < list.Statements.Length && !Interference.CallsOwnType(list.Statements[to], model, cancellationToken)
            && !Interference.CallsOwnType(list.Statements[to + 1], model, cancellationToken))
        {
            to++;
        }

        return from > to ? null : list.Statements.Skip(from).Take(to - from + 1).ToList<SyntaxNode>();
    }

    /// <summary>What stands before the test in its statement may be evaluated behind the read as well.</summary>
    private static bool IsFirst(ExpressionSyntax test, SyntaxNode statement) =>
        statement.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node.Span.End <= test.SpanStart && !node.Contains(test)).All(Expressions.IsPure);

    /// <summary>Something waits between the two, or the second is made again and again.</summary>
    private static bool IsApart(ExpressionSyntax read, ExpressionSyntax use, List<SyntaxNode> scope) =>
        scope.SelectMany(node => node.DescendantNodes())
            .Any(node => node is AwaitExpressionSyntax && node.SpanStart > use.SpanStart && node.SpanStart < read.SpanStart)
        || IsInLoop(read, scope[0]);

    private static bool IsInLoop(SyntaxNode node, SyntaxNode? outer) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != outer && ancestor is not MemberDeclarationSyntax).Any(ancestor =>
            ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
            && (outer is null || outer.Span.Contains(ancestor.Span)));
}
