using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>An update of a location as the member of Interlocked that does the same.</summary>
internal sealed class UpdateShape
{
    private UpdateShape(string method, ExpressionSyntax? operand)
    {
        Method = method;
        Operand = operand;
    }

    /// <summary>Increment, Decrement, Add, And or Or.</summary>
    public string Method { get; }

    /// <summary>What is added, anded or ored; null for a step by one.</summary>
    public ExpressionSyntax? Operand { get; }

    /// <summary>And and Or give the value from before, the others the one behind.</summary>
    public bool GivesOldValue => Method is "And" or "Or";

    /// <summary>Null where no member of Interlocked does the same.</summary>
    public static UpdateShape? Of(StoreShape store, SemanticModel model, CancellationToken cancellationToken)
    {
        if (store.Form == StoreForm.Step)
        {
            var isDown = store.Node.IsKind(SyntaxKind.PreDecrementExpression) || store.Node.IsKind(SyntaxKind.PostDecrementExpression);
            return new UpdateShape(isDown ? "Decrement" : "Increment", null);
        }

        if (store.Form == StoreForm.Compound)
            return Of(store.Node.Kind(), store.Value, store, model, cancellationToken);
        if (store.Form == StoreForm.Exchange || Expressions.WithoutParentheses(store.Value) is not BinaryExpressionSyntax sum)
            return null;

        // x = x + v, and what is the same with Volatile.
        if (ThreadingCall.IsReadOf(sum.Left, store.Location))
            return Of(sum.Kind(), sum.Right, store, model, cancellationToken);
        return ThreadingCall.IsReadOf(sum.Right, store.Location) && !sum.IsKind(SyntaxKind.SubtractExpression)
            ? Of(sum.Kind(), sum.Left, store, model, cancellationToken)
            : null;
    }

    private static UpdateShape? Of(SyntaxKind kind, ExpressionSyntax operand, StoreShape store, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetTypeInfo(store.Location, cancellationToken).Type;
        if (type is null || !model.ClassifyConversion(operand, type).IsImplicit || !Expressions.MayFollowReference(operand)
            || operand.ToString().Contains(store.Location.ToString()))
        {
            return null;
        }

        operand = operand.WithoutTrivia();
        switch (kind)
        {
            case SyntaxKind.AddAssignmentExpression or SyntaxKind.AddExpression:
                return new UpdateShape(IsOne(operand) ? "Increment" : "Add", IsOne(operand) ? null : operand);
            case SyntaxKind.SubtractAssignmentExpression or SyntaxKind.SubtractExpression:
                if (IsOne(operand))
                    return new UpdateShape("Decrement", null);
                return type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
                    ? new UpdateShape("Add", SyntaxFactory.PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Expressions.AsOperand(operand)))
                    : null;
            case SyntaxKind.AndAssignmentExpression or SyntaxKind.BitwiseAndExpression:
                return new UpdateShape("And", operand);
            case SyntaxKind.OrAssignmentExpression or SyntaxKind.BitwiseOrExpression:
                return new UpdateShape("Or", operand);
            default:
                return null;
        }
    }

    private static bool IsOne(ExpressionSyntax operand) => operand is LiteralExpressionSyntax { Token.Value: 1 };
}
