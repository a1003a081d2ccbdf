using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Validation.Mutation.Kinds;

/// <summary>Whether code runs under a lock: its own, or that of all who call the private member it is in.</summary>
internal static class Exclusion
{
    public static bool Holds(SemanticModel model, SyntaxNode code)
    {
        if (code.FirstAncestorOrSelf<LockStatementSyntax>() is not null) return true;

        return code.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && model.GetDeclaredSymbol(declaration) is { DeclaredAccessibility: Accessibility.Private } method
            && declaration.Parent!.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call).Symbol, method))
                .All(call => Holds(model, call));
    }
}
