using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a read into a local, a comparison of that, and the store that it decides on one Interlocked.CompareExchange.</summary>
internal sealed class CompareExchangeFix : BarrierFix
{
    public override EditKind Kind => EditKind.AtomicUpdate;

    public override string EquivalenceKey => "CompareExchange";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (StoreShape.Parse(site.Primary, site.Model, cancellationToken) is not { Form: StoreForm.Assignment or StoreForm.VolatileWrite } store
            || Decision(store) is not { } decision
            || StatementList.Around(decision) is not { } list
            || list.Statements.ElementAtOrDefault(list.IndexOf(decision) - 1)
                is not LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } first
            || variables[0].Initializer?.Value is not { } read
            || !ThreadingCall.IsReadOf(read, store.Location)
            || Expected(decision.Condition, variables[0].Identifier.ValueText) is not { } expected
            || !Expressions.IsPure(store.Location)
            || !Expressions.IsPure(store.Value)
            || IsNamed(variables[0], store.Value)
            || !IsSameIdentity(site, decision.Condition, store, expected, cancellationToken)
            || RefTarget.AccessTo(store.Location, site.Model, cancellationToken) != RefAccess.ReadWrite
            || !await ThreadingApi.AcceptsAsync(site, "Interlocked", "CompareExchange", store.Location, 2, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var call = names.Call(
            "Interlocked", "CompareExchange", Arguments.Ref(store.Location.WithoutTrivia()), Arguments.Value(store.Value.WithoutTrivia()),
            Arguments.Value(expected.WithoutTrivia()));
        var statements = list.Statements.ToList();
        statements[list.IndexOf(first)] = first.ReplaceNode(read, call.WithTriviaFrom(read));
        statements.Remove(decision);
        return new FixResult("Compare and exchange in one atomic step", names.Apply(list.ReplaceIn(site.Root, statements)));
    }

    /// <summary>The branch that decides on the store and on nothing else.</summary>
    private static IfStatementSyntax? Decision(StoreShape store)
    {
        SyntaxNode? body = store.Node.Parent is ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: 1 } block }
            ? block
            : store.Node.Parent as ExpressionStatementSyntax;
        return body?.Parent is IfStatementSyntax { Else: null } decision && decision.Statement == body
            && !decision.DescendantTrivia().Any(StatementTrivia.IsComment)
            && !StatementTrivia.HasDirectives(decision) ? decision : null;
    }

    /// <summary>What the local is compared with.</summary>
    private static ExpressionSyntax? Expected(ExpressionSyntax condition, string local)
    {
        if (Expressions.WithoutParentheses(condition) is not BinaryExpressionSyntax equality || !equality.IsKind(SyntaxKind.EqualsExpression))
            return null;

        bool IsLocal(ExpressionSyntax side) => Expressions.WithoutParentheses(side) is IdentifierNameSyntax name && name.Identifier.ValueText == local;
        var expected = IsLocal(equality.Left) ? equality.Right : IsLocal(equality.Right) ? equality.Left : null;
        return expected is not null && Expressions.IsPure(expected) && !expected.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(IsLocal)
            ? expected
            : null;
    }

    private static bool IsNamed(VariableDeclaratorSyntax local, ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Identifier.ValueText);

    /// <summary>
    /// The comparison asks what the processor asks: whether it is the same number, or the same object. Nothing else can be thrown for the new value.
    /// </summary>
    private static bool IsSameIdentity(FixSite site, ExpressionSyntax condition, StoreShape store, ExpressionSyntax expected,
        CancellationToken cancellationToken)
    {
        var type = site.Model.GetTypeInfo(store.Location, cancellationToken).Type;
        return type is not null
            && (type.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                || (type.IsReferenceType && type.SpecialType != SpecialType.System_String && type.TypeKind != TypeKind.Delegate))
            && site.Model.GetSymbolInfo(Expressions.WithoutParentheses(condition), cancellationToken).Symbol
                is IMethodSymbol { MethodKind: MethodKind.BuiltinOperator }
            && site.Model.ClassifyConversion(expected, type).IsImplicit && site.Model.ClassifyConversion(store.Value, type).IsImplicit
            && site.Model.Compilation.Options is not CSharpCompilationOptions { CheckOverflow: true }
            && !condition.Ancestors().Any(node => node is CheckedStatementSyntax or CheckedExpressionSyntax)
            && store.Value.DescendantNodesAndSelf()
                .All(node => node is not (InvocationExpressionSyntax or ElementAccessExpressionSyntax or CastExpressionSyntax or MemberAccessExpressionSyntax)
                && !node.IsKind(SyntaxKind.DivideExpression) && !node.IsKind(SyntaxKind.ModuloExpression));
    }
}
