using System.Threading;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A store as it is written: what it stores, and where.</summary>
internal sealed class StoreShape
{
    private StoreShape(ExpressionSyntax node, ExpressionSyntax location, ExpressionSyntax value, StoreForm form)
    {
        Node = node;
        Location = location;
        Value = value;
        Form = form;
    }

    public ExpressionSyntax Node { get; }

    public ExpressionSyntax Location { get; }

    /// <summary>What is stored; of a compound assignment only its right side, of an increment the location.</summary>
    public ExpressionSyntax Value { get; }

    public StoreForm Form { get; }

    /// <summary>Written as an assignment or increment, not as a call.</summary>
    public bool IsPlain => Form is StoreForm.Assignment or StoreForm.Compound or StoreForm.Step;

    public static StoreShape? Parse(ExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (node)
        {
            case AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or AssignmentExpressionSyntax { Right: RefExpressionSyntax }:
                return null;
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                return assignment.Left is TupleExpressionSyntax or DeclarationExpressionSyntax
                    ? null
                    : new StoreShape(node, Expressions.WithoutParentheses(assignment.Left), assignment.Right, StoreForm.Assignment);
            case AssignmentExpressionSyntax assignment:
                return new StoreShape(node, Expressions.WithoutParentheses(assignment.Left), assignment.Right, StoreForm.Compound);
            case PrefixUnaryExpressionSyntax prefix when Expressions.IsStep(prefix):
                return new StoreShape(node, Expressions.WithoutParentheses(prefix.Operand), prefix.Operand, StoreForm.Step);
            case PostfixUnaryExpressionSyntax postfix when Expressions.IsStep(postfix):
                return new StoreShape(node, Expressions.WithoutParentheses(postfix.Operand), postfix.Operand, StoreForm.Step);
            case InvocationExpressionSyntax when ThreadingCall.Location(node) is { } location && ThreadingCall.Argument(node, 1) is { } value:
                switch (ThreadingCall.Name(node, model, cancellationToken))
                {
                    case "Volatile.Write" or "Thread.VolatileWrite":
                        return new StoreShape(node, location, value, StoreForm.VolatileWrite);
                    case "Interlocked.Exchange":
                        return new StoreShape(node, location, value, StoreForm.Exchange);
                    default:
                        return null;
                }

            default:
                return null;
        }
    }

    /// <summary>Nobody uses the value of the expression.</summary>
    public bool IsDiscarded(SemanticModel model, CancellationToken cancellationToken)
    {
        switch (Node.Parent)
        {
            case ExpressionStatementSyntax:
                return true;
            case ForStatementSyntax loop:
                return loop.Condition != Node;
            case ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax:
                return ExpressionBodies.IsDiscarded(Node, model, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>The stored value as an expression of its own, or null where it cannot be written without evaluating something twice.</summary>
    public ExpressionSyntax? NewValue(SemanticModel model, CancellationToken cancellationToken)
    {
        if (Form is StoreForm.Assignment or StoreForm.VolatileWrite or StoreForm.Exchange)
            return Value;
        if (!Expressions.IsPure(Location)
            || Operator() is not { } kind
            || model.GetTypeInfo(Location, cancellationToken).Type is not { } type
            || !HasBuiltInOperators(type))
        {
            return null;
        }

        var right = Form == StoreForm.Step
            ? SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(1))
            : Expressions.AsOperand(Value.WithoutTrivia());
        var token = SyntaxFactory.BinaryExpression(kind, Location, right).OperatorToken;
        var sum = SyntaxFactory.BinaryExpression(
            kind,
            Location.WithoutTrivia(),
            token.WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            right);

        // The language adds this conversion to a compound assignment by itself.
        return type.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            ? SyntaxFactory.CastExpression(
                SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)), SyntaxFactory.ParenthesizedExpression(sum))
            : sum;
    }

    private static bool HasBuiltInOperators(ITypeSymbol type) =>
        (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double && type.SpecialType != SpecialType.System_Decimal)
        || type.SpecialType is SpecialType.System_String or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        || type.TypeKind is TypeKind.Delegate or TypeKind.Enum;

    private SyntaxKind? Operator()
    {
        switch (Node.Kind())
        {
            case SyntaxKind.PreIncrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.AddAssignmentExpression:
                return SyntaxKind.AddExpression;
            case SyntaxKind.PreDecrementExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.SubtractAssignmentExpression:
                return SyntaxKind.SubtractExpression;
            case SyntaxKind.MultiplyAssignmentExpression:
                return SyntaxKind.MultiplyExpression;
            case SyntaxKind.DivideAssignmentExpression:
                return SyntaxKind.DivideExpression;
            case SyntaxKind.ModuloAssignmentExpression:
                return SyntaxKind.ModuloExpression;
            case SyntaxKind.AndAssignmentExpression:
                return SyntaxKind.BitwiseAndExpression;
            case SyntaxKind.OrAssignmentExpression:
                return SyntaxKind.BitwiseOrExpression;
            case SyntaxKind.ExclusiveOrAssignmentExpression:
                return SyntaxKind.ExclusiveOrExpression;
            case SyntaxKind.LeftShiftAssignmentExpression:
                return SyntaxKind.LeftShiftExpression;
            case SyntaxKind.RightShiftAssignmentExpression:
                return SyntaxKind.RightShiftExpression;
            default:
                return null;
        }
    }
}
