using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A declaration of one variable without its value, and the assignment of that.</summary>
internal sealed class SplitDeclaration
{
    private SplitDeclaration(StatementSyntax declaration, StatementSyntax? assignment)
    {
        Declaration = declaration;
        Assignment = assignment;
    }

    public StatementSyntax Declaration { get; }

    /// <summary>Null where the variable is declared without a value.</summary>
    public StatementSyntax? Assignment { get; }

    /// <summary>Null where the type cannot be written, or the variable cannot be assigned.</summary>
    public static SplitDeclaration? Of(LocalDeclarationStatementSyntax local, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.IsConst || local.UsingKeyword.RawKind != 0 || local.Declaration.Variables.Count != 1 || local.Declaration.Type is RefTypeSyntax)
            return null;

        var variable = local.Declaration.Variables[0];
        if (variable.Initializer is null)
            return new SplitDeclaration(local, null);
        var value = variable.Initializer.Value;
        if (value is InitializerExpressionSyntax ||
            model.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol { Type: { } type } || IsUnspeakable(type))
        {
            return null;
        }

        if (model.GetTypeInfo(value, cancellationToken).Nullability.FlowState == NullableFlowState.NotNull)
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        var written = local.Declaration.Type.IsVar
            ? SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, local.SpanStart)).WithTrailingTrivia(SyntaxFactory.Space)
            : local.Declaration.Type;
        var declaration = local.WithDeclaration(
            local.Declaration.WithType(written).WithVariables(SyntaxFactory.SingletonSeparatedList(variable.WithInitializer(null).WithoutTrivia())));
        var assignment = SyntaxFactory.ExpressionStatement(
            SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia()),
                value.WithoutTrivia()));
        return new SplitDeclaration(declaration, assignment);
    }

    private static bool IsUnspeakable(ITypeSymbol type) => type.IsAnonymousType || type.TypeKind == TypeKind.Error ||
        (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnspeakable)) || (type is IArrayTypeSymbol array && IsUnspeakable(array.ElementType));
}
