using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A condition as the operands of one run of &amp;&amp; or ||, one of which is a test.</summary>
internal sealed class ConditionChain
{
    private ConditionChain(ExpressionSyntax condition, SyntaxKind kind, ImmutableArray<ExpressionSyntax> operands, int index)
    {
        Condition = condition;
        Kind = kind;
        Operands = operands;
        Index = index;
    }

    public ExpressionSyntax Condition { get; }

    public SyntaxKind Kind { get; }

    public ImmutableArray<ExpressionSyntax> Operands { get; }

    /// <summary>The place of the test.</summary>
    public int Index { get; }

    public IEnumerable<ExpressionSyntax> Others => Operands.Where((_, index) => index != Index);

    /// <summary>The run of the given kind, or null where the test is deeper in the condition.</summary>
    public static ConditionChain? Parse(ExpressionSyntax condition, ExpressionSyntax test, SyntaxKind kind)
    {
        var operands = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        Flatten(condition, kind, operands);
        var index = operands.IndexOf(test);
        return index < 0 ? null : new ConditionChain(condition, kind, operands.ToImmutable(), index);
    }

    /// <summary>The atomic step also changes the flag, so that everything else must be asked before it: it comes last.</summary>
    public bool MayComeLast() => Operands.Skip(Index + 1).All(Expressions.IsPure);

    /// <summary>The condition with the operation in the place of the test, and that last. Each place keeps its white space.</summary>
    public ExpressionSyntax WithLast(ExpressionSyntax operation)
    {
        var order = Operands.RemoveAt(Index).Add(operation);
        var places = Operands.ToDictionary(operand => (SyntaxNode)operand, operand => (SyntaxNode)order[Operands.IndexOf(operand)].WithTriviaFrom(operand));
        return Operands.Length == 1
            ? (ExpressionSyntax)places[Operands[0]]
            : Condition.ReplaceNodes(places.Keys, (operand, _) => places[operand]);
    }

    /// <summary>The condition without the test, or null where nothing is left.</summary>
    public ExpressionSyntax? WithoutTest()
    {
        ExpressionSyntax? result = null;
        foreach (var operand in Others.Select(other => other.WithoutTrivia()))
        {
            result = result is null
                ? operand
                : SyntaxFactory.BinaryExpression(
                    Kind,
                    result.WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.BinaryExpression(Kind, result, operand).OperatorToken.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space),
                    operand);
        }

        return result;
    }

    private static void Flatten(ExpressionSyntax node, SyntaxKind kind, ImmutableArray<ExpressionSyntax>.Builder operands)
    {
        if (node is BinaryExpressionSyntax binary && binary.IsKind(kind))
        {
            Flatten(binary.Left, kind, operands);
            Flatten(binary.Right, kind, operands);
        }
        else
        {
            operands.Add(node);
        }
    }
}
