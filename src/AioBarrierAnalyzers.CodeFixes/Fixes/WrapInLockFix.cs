using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Takes the lock for the statement of an access: in a lock statement of its own, or in the one that stands right before it. A local that the statement
/// declares stays outside, where the statements behind it find it.
/// </summary>
internal sealed class WrapInLockFix : BarrierFix
{
    public override EditKind Kind => EditKind.WrapInLock;

    public override string EquivalenceKey => "WrapInLock";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken) => Task.FromResult(TryFix(site, cancellationToken));

    private static FixResult? TryFix(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is not { Parent: LockStatementSyntax } || site.Primary.FirstAncestorOrSelf<LockStatementSyntax>() is not null)
            return null;

        var taken = site.Anchor.WithoutTrivia();
        var root = Enclosing.Statement(site.Primary) is { } statement
            ? InStatement(site, statement, taken, cancellationToken)
            : ExpressionBodies.InStatement(site.Root, site.Primary, body => Lock(taken, body), site.Model, cancellationToken);
        return root is null ? null : new FixResult($"Hold '{taken}'", NewTrees.Put(site.Document.Project.Solution, site.Document.Id, root));
    }

    private static SyntaxNode? InStatement(FixSite site, StatementSyntax statement, ExpressionSyntax taken, CancellationToken cancellationToken)
    {
        if (StatementList.Around(statement) is not { Owner: not CompilationUnitSyntax } list || StatementTrivia.HasDirectives(statement) || !MayBeLocked(statement))
            return null;

        var index = list.IndexOf(statement);
        var declared = statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax)
            .Select(node => site.Model.GetDeclaredSymbol(node, cancellationToken)).OfType<ISymbol>().ToList();
        var isNeededBehind = list.Statements.Skip(index + 1).Any(next => Interference.Named(next, site.Model, cancellationToken).Overlaps(declared));

        var statements = list.Statements.ToList();
        if (statement is LocalDeclarationStatementSyntax local)
        {
            if (Split(local, site.Model, cancellationToken) is not var (declaration, assignment) || declared.Count != 1)
                return null;
            statements[index] = Finish(Lock(taken, assignment), local).WithLeadingTrivia(StatementTrivia.Indentation(local)).WithTrailingTrivia(local.GetTrailingTrivia());
            statements.Insert(index, declaration.WithLeadingTrivia(local.GetLeadingTrivia()).WithTrailingTrivia(StatementTrivia.EndOfLine(site.Root)));
            return list.ReplaceIn(site.Root, statements);
        }

        if (isNeededBehind)
            return null;
        if (index > 0 && statements[index - 1] is LockStatementSyntax { Statement: BlockSyntax block } before && SyntaxFactory.AreEquivalent(before.Expression, taken))
        {
            statements[index - 1] = before.WithStatement(block.AddStatements(statement)).WithAdditionalAnnotations(Formatter.Annotation);
            statements.RemoveAt(index);
        }
        else
        {
            statements[index] = Finish(Lock(taken, StatementTrivia.WithoutBlankLines(statement)), statement).WithTrailingTrivia(StatementTrivia.EndOfLine(site.Root));
        }

        return list.ReplaceIn(site.Root, statements);
    }

    /// <summary>No thread gives its place away inside a lock, and nobody jumps into one.</summary>
    private static bool MayBeLocked(StatementSyntax statement) =>
        statement is not (LocalFunctionStatementSyntax or LabeledStatementSyntax) && StatementTrivia.OwnsLines(statement) &&
        !statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node =>
            node is AwaitExpressionSyntax or YieldStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
                or RefTypeSyntax or RefExpressionSyntax || node is UsingStatementSyntax { AwaitKeyword.RawKind: not 0 });

    private static LockStatementSyntax Lock(ExpressionSyntax taken, StatementSyntax body) => SyntaxFactory.LockStatement(taken, SyntaxFactory.Block(body));

    private static LockStatementSyntax Finish(LockStatementSyntax statement, StatementSyntax inPlaceOf) =>
        statement.WithLeadingTrivia(StatementTrivia.BlankLines(inPlaceOf).AddRange(StatementTrivia.Indentation(inPlaceOf))).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A declaration without its value, and the assignment of that; null where the type cannot be written.</summary>
    private static (StatementSyntax Declaration, StatementSyntax Assignment)? Split(LocalDeclarationStatementSyntax local, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.IsConst || local.UsingKeyword.RawKind != 0 || local.Declaration.Variables.Count != 1 || local.Declaration.Variables[0] is not { Initializer.Value: { } value } variable
            || value is InitializerExpressionSyntax || local.Declaration.Type is RefTypeSyntax
            || model.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol { Type: { } type } || IsUnspeakable(type))
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
            SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia()), value.WithoutTrivia()));
        return (declaration, assignment);
    }

    private static bool IsUnspeakable(ITypeSymbol type) => type.IsAnonymousType || type.TypeKind == TypeKind.Error ||
        (type is INamedTypeSymbol named && named.TypeArguments.Any(IsUnspeakable)) || (type is IArrayTypeSymbol array && IsUnspeakable(array.ElementType));
}
