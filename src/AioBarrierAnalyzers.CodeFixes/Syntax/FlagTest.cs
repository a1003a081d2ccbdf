using System.Threading;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A test of a flag: <c>f</c>, <c>!f</c>, <c>f != 0</c>, <c>f == State.Idle</c>, <c>f is null</c>.</summary>
internal sealed class FlagTest
{
    private FlagTest(ExpressionSyntax read, ExpressionSyntax location, ExpressionSyntax node, ExpressionSyntax? comparand, bool isTrueWhenEqual)
    {
        Read = read;
        Location = location;
        Node = node;
        Comparand = comparand;
        IsTrueWhenEqual = isTrueWhenEqual;
    }

    /// <summary>The load: the location itself or a Volatile.Read of it.</summary>
    public ExpressionSyntax Read { get; }

    public ExpressionSyntax Location { get; }

    /// <summary>The whole test.</summary>
    public ExpressionSyntax Node { get; }

    /// <summary>What the flag is compared with; null where the flag is a bool, which is compared with true.</summary>
    public ExpressionSyntax? Comparand { get; }

    /// <summary>The test is true when the flag equals what it is compared with.</summary>
    public bool IsTrueWhenEqual { get; }

    public static FlagTest? Parse(ExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken)
    {
        var location = read;
        if (read is InvocationExpressionSyntax)
        {
            if (ThreadingCall.Name(read, model, cancellationToken) is not ("Volatile.Read" or "Thread.VolatileRead" or "Interlocked.Read")
                || ThreadingCall.Location(read) is not { } argument)
            {
                return null;
            }

            location = argument;
        }
        else if (!LoadContext.IsPlainLoad(read))
        {
            return null;
        }

        var node = Expressions.WithParentheses(read);
        var isBool = model.GetTypeInfo(location, cancellationToken).Type?.SpecialType == SpecialType.System_Boolean;
        var isTrueWhenEqual = true;
        ExpressionSyntax? comparand = null;
        if (!isBool)
        {
            if (Comparison(node) is not { } comparison || !IsConstant(comparison.Comparand, model, cancellationToken))
                return null;
            (node, comparand, isTrueWhenEqual) = comparison;
        }

        return Negations(Expressions.WithParentheses(node), isTrueWhenEqual, model, cancellationToken) is var (whole, polarity)
            ? new FlagTest(read, location, whole, comparand, polarity)
            : null;
    }

    public static bool IsConstant(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(expression, cancellationToken).HasValue;

    private static (ExpressionSyntax Node, ExpressionSyntax Comparand, bool IsTrueWhenEqual)? Comparison(ExpressionSyntax read)
    {
        switch (read.Parent)
        {
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression):
                return (binary, binary.Left == read ? binary.Right : binary.Left, binary.IsKind(SyntaxKind.EqualsExpression));
            case IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax pattern } test:
                return (test, pattern.Expression, true);
            case IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax pattern } } test:
                return (test, pattern.Expression, false);
            default:
                return null;
        }
    }

    /// <summary>Takes in what only turns the test round: !, and comparisons with true and false.</summary>
    private static (ExpressionSyntax Node, bool IsTrueWhenEqual) Negations(
        ExpressionSyntax node, bool isTrueWhenEqual, SemanticModel model, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (node.Parent)
            {
                case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.LogicalNotExpression):
                    isTrueWhenEqual = !isTrueWhenEqual;
                    node = Expressions.WithParentheses(prefix);
                    continue;
                case not null when Comparison(node) is var (whole, comparand, isEqual)
                        && model.GetConstantValue(comparand, cancellationToken) is { HasValue: true, Value: bool constant }:
                    isTrueWhenEqual = isTrueWhenEqual == (isEqual == constant);
                    node = Expressions.WithParentheses(whole);
                    continue;
                default:
                    return (node, isTrueWhenEqual);
            }
        }
    }
}
