using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>Loads, stores and what is made of them.</summary>
internal sealed partial class ProgramRewriter
{
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (SymbolOf(node) is { } symbol && _delayed.Contains(symbol))
        {
            return Expression($"{node.Identifier.Text}.Value", node);
        }

        if (PlaceOf(node) is { } place) return Expression(place.Load(), node);

        return LibraryProperty(node, null) ?? node;
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (PlaceOf(node) is { } place) return Expression(place.Load(), node);

        return LibraryProperty(node, node.Expression) ?? node.WithExpression(Receiver(node.Expression));
    }

    public override SyntaxNode? VisitElementAccessExpression(ElementAccessExpressionSyntax node)
    {
        if (PlaceOf(node) is { } place) return Expression(place.Load(), node);

        return LibraryElement(node) ?? base.VisitElementAccessExpression(node);
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.PointerIndirectionExpression when PlaceOf(node) is { } place:
                return Expression(place.Load(), node);
            case SyntaxKind.AddressOfExpression when PlaceOf(node.Operand) is { } place:
                if (place.Owner != $"{Names.Memory}.Unmanaged") throw SiteTable.Refuse("the address of a field", node);
                return Expression($"&{place.Storage}", node);
            case SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression when PlaceOf(node.Operand) is { } place:
                return Expression(Changed(place, node.Operand, node.IsKind(SyntaxKind.PreIncrementExpression) ? "+ 1" : "- 1", isPostfix: false), node);
            default:
                return base.VisitPrefixUnaryExpression(node);
        }
    }

    public override SyntaxNode? VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression && PlaceOf(node.Operand) is { } place)
        {
            var isPostfix = node.Parent is not ExpressionStatementSyntax and not ForStatementSyntax;
            return Expression(Changed(place, node.Operand, node.IsKind(SyntaxKind.PostIncrementExpression) ? "+ 1" : "- 1", isPostfix), node);
        }

        return base.VisitPostfixUnaryExpression(node);
    }

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        // new C { Field = value }: nobody else has the object yet.
        if (node.Parent is InitializerExpressionSyntax) return node.WithRight((ExpressionSyntax)Visit(node.Right)!);

        if (node.Right is RefExpressionSyntax reference)
        {
            return node.WithRight(Expression(LocOf(reference.Expression), node.Right));
        }

        if (node.Left is TupleExpressionSyntax tuple)
        {
            return tuple.Arguments.Any(a => a.Expression is not DeclarationExpressionSyntax && PlaceOf(a.Expression) is not null)
                ? throw SiteTable.Refuse("a deconstruction into fields that is no statement", node)
                : node.WithRight((ExpressionSyntax)Visit(node.Right)!);
        }

        if (SymbolOf(node.Left) is not IEventSymbol && PlaceOf(node.Left) is { } place)
        {
            return Expression(
                node.IsKind(SyntaxKind.SimpleAssignmentExpression) ? place.Store(Text(node.Right), node.Parent is ExpressionStatementSyntax) : Compound(place, node),
                node);
        }

        return LibraryAssignment(node) ?? node.WithLeft(Target(node.Left)).WithRight((ExpressionSyntax)Visit(node.Right)!);
    }

    public override SyntaxNode? VisitInterpolation(InterpolationSyntax node) =>
        node.WithExpression(SyntaxFactory.ParenthesizedExpression((ExpressionSyntax)Visit(node.Expression)!)).WithAlignmentClause(node.AlignmentClause);

    public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node) => throw SiteTable.Refuse("await", node);

    public override SyntaxNode? VisitRefExpression(RefExpressionSyntax node) => Expression(LocOf(node.Expression), node);

    public override SyntaxNode? VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        var result = TypeOf(node);
        var receiver = TypeOf(node.Expression);
        if (receiver is null or { IsReferenceType: false } || result is null or { SpecialType: SpecialType.System_Void })
        {
            if (receiver is { IsReferenceType: true } && node.Parent is ArrowExpressionClauseSyntax or LambdaExpressionSyntax)
            {
                // Only the function around it can make a statement of it: see ConditionalStatement.
                return node;
            }

            return receiver is not { IsReferenceType: true }
                ? base.VisitConditionalAccessExpression(node)
                : throw SiteTable.Refuse("a conditional access that is neither a statement nor a value", node);
        }

        var (test, rest) = ConditionalParts(node);
        var type = result.IsValueType && result.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T ? TypeText(result) + "?" : TypeText(result);
        return Expression($"({test} is null ? default({type}) : ({type}){rest})", node);
    }

    public override SyntaxNode? VisitMemberBindingExpression(MemberBindingExpressionSyntax node)
    {
        if (_conditionalReceivers.Count == 0) return node;

        if (PlaceOf(node) is { } place) return Expression(place.Load(), node);

        return LibraryProperty(node, null) ?? Expression($"{_conditionalReceivers.Peek()}.{node.Name}", node);
    }

    public override SyntaxNode? VisitElementBindingExpression(ElementBindingExpressionSyntax node) =>
        throw SiteTable.Refuse("an element of what may be null", node);

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node) =>
        node.WhenTrue is RefExpressionSyntax && PlaceOf(node) is { } place ? Expression(place.Load(), node) : base.VisitConditionalExpression(node);

    // Names that are no expressions of their own.
    public override SyntaxNode? VisitNameColon(NameColonSyntax node) => node;

    public override SyntaxNode? VisitNameEquals(NameEqualsSyntax node) => node;

    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) => node;

    public override SyntaxNode? VisitAliasQualifiedName(AliasQualifiedNameSyntax node) => node;

    public override SyntaxNode? VisitTypeArgumentList(TypeArgumentListSyntax node) => node;

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        CheckFunction(node);

        var visited = (ParenthesizedLambdaExpressionSyntax)base.VisitParenthesizedLambdaExpression(node)!;
        return node.ExpressionBody is ConditionalAccessExpressionSyntax conditional && IsVoid(conditional)
            ? visited.WithExpressionBody(null).WithBlock(SyntaxFactory.Block(ConditionalStatement(conditional)))
            : visited;
    }

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        CheckFunction(node);

        var visited = (SimpleLambdaExpressionSyntax)base.VisitSimpleLambdaExpression(node)!;
        return node.ExpressionBody is ConditionalAccessExpressionSyntax conditional && IsVoid(conditional)
            ? visited.WithExpressionBody(null).WithBlock(SyntaxFactory.Block(ConditionalStatement(conditional)))
            : visited;
    }

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        CheckFunction(node);
        return base.VisitAnonymousMethodExpression(node);
    }

    /// <summary>A local variable that a function captures can be shared between threads; it is not simulated, so it must not change.</summary>
    private void CheckFunction(AnonymousFunctionExpressionSyntax node)
    {
        if (node.AsyncKeyword != default) throw SiteTable.Refuse("an asynchronous function", node);

        foreach (var name in node.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (SymbolOf(name) is ILocalSymbol { IsConst: false } local && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
                && !node.Span.Contains(declaration.Span) && ChangesAfter(declaration, local))
            {
                throw SiteTable.Refuse("a captured local variable that changes", name);
            }
        }
    }

    private bool ChangesAfter(SyntaxNode declaration, ILocalSymbol local)
    {
        var scope = declaration.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() ?? (SyntaxNode?)declaration.FirstAncestorOrSelf<AccessorDeclarationSyntax>();
        return scope is not null && scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(n => n.Identifier.Text == local.Name && !IsOnlyRead(n) && SymbolEqualityComparer.Default.Equals(SymbolOf(n), local)
                && n.FirstAncestorOrSelf<MemberAccessExpressionSyntax>(m => m.Expression == n) is null);
    }

    private bool IsVoid(ConditionalAccessExpressionSyntax node) =>
        TypeOf(node) is null or { SpecialType: SpecialType.System_Void } && TypeOf(node.Expression) is { IsReferenceType: true };

    private StatementSyntax ConditionalStatement(ConditionalAccessExpressionSyntax node)
    {
        var (test, rest) = ConditionalParts(node);
        return Statement($"if ({test} is not null) {{ {rest}; }}\n", node);
    }

    /// <summary>The test for null, and what is done if it is not.</summary>
    private (string Test, string WhenNotNull) ConditionalParts(ConditionalAccessExpressionSyntax node)
    {
        var variable = Variable("c");
        var test = $"{Names.Memory}.Own(out var {variable}, {Text(node.Expression)})";
        _conditionalReceivers.Push(variable);
        var rest = Text(node.WhenNotNull);
        _conditionalReceivers.Pop();
        return (test, rest);
    }

    /// <summary>An increment or decrement of a place.</summary>
    private string Changed(Place place, ExpressionSyntax operand, string change, bool isPostfix)
    {
        var type = TypeOf(operand)!;
        var (first, again) = place.Keep(Variable("r"));
        if (!isPostfix) return Stored(first, again, again => $"({TypeText(type)})({again} {change})");

        var old = Variable("v");
        return $"{Names.Memory}.Before({Names.Memory}.Own(out var {old}, {first.Load()}), {again.Store($"({TypeText(type)})({old} {change})")})";
    }

    private string Compound(Place place, AssignmentExpressionSyntax node)
    {
        var type = TypeOf(node.Left)!;
        var (first, again) = place.Keep(Variable("r"));
        var right = Text(node.Right);
        if (node.IsKind(SyntaxKind.CoalesceAssignmentExpression))
        {
            if (type.IsValueType) throw SiteTable.Refuse("??= on a value", node);
            return $"{Names.Memory}.Just({first.Load()} ?? {again.Store(right)})";
        }

        var operation = node.OperatorToken.Text[..^1];
        var operand = type.TypeKind == TypeKind.Delegate ? $"({TypeText(type)})({right})" : $"({right})";
        return Stored(first, again, old => $"({TypeText(type)})({old} {operation} {operand})");
    }

    /// <summary>A load, and a store of what is made of it: two steps.</summary>
    private string Stored(Place first, Place again, Func<string, string> change)
    {
        var old = Variable("v");
        return $"{Names.Memory}.After({Names.Memory}.Own(out var {old}, {first.Load()}), {again.Store(change(old))})";
    }

    /// <summary>The target of an assignment that is no shared place: what is in it is read, itself it is not.</summary>
    private ExpressionSyntax Target(ExpressionSyntax left) => left switch
    {
        IdentifierNameSyntax => left,
        MemberAccessExpressionSyntax access => access.WithExpression(Receiver(access.Expression)),
        ElementAccessExpressionSyntax access => access
            .WithExpression(Receiver(access.Expression))
            .WithArgumentList((BracketedArgumentListSyntax)Visit(access.ArgumentList)!),
        _ => (ExpressionSyntax)Visit(left)!,
    };

    /// <summary>The receiver of a member. A type is none; a struct in a shared place is read as a whole.</summary>
    private ExpressionSyntax Receiver(ExpressionSyntax node) =>
        SymbolOf(node) is INamespaceOrTypeSymbol || node is BaseExpressionSyntax ? node : (ExpressionSyntax)Visit(node)!;
}
