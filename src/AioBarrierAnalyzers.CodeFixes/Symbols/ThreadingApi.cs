using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>Which members of System.Threading the project has: asked of its compiler, overload by overload, never of the name of its framework.</summary>
internal static class ThreadingApi
{
    /// <summary>Binds a parameterless call and every project that shares the file has it too.</summary>
    public static Task<bool> HasAsync(FixSite site, string type, string method, CancellationToken cancellationToken) =>
        BindsAsync(site, type, method, string.Empty, argumentType: null, cancellationToken);

    /// <summary>An overload takes a reference to the location, and values of its type as its further arguments.</summary>
    public static async Task<bool> AcceptsAsync(
        FixSite site, string type, string method, ExpressionSyntax location, int values, CancellationToken cancellationToken, string keyword = "ref")
    {
        var locationType = site.Model.GetTypeInfo(location, cancellationToken).Type;
        if (locationType is null or IDynamicTypeSymbol or IErrorTypeSymbol)
            return false;

        var arguments = string.Concat(keyword, " ", location.ToString(), string.Concat(Enumerable.Repeat(", default", values)));
        return await BindsAsync(site, type, method, arguments, locationType, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> BindsAsync(
        FixSite site, string type, string method, string arguments, ITypeSymbol? argumentType, CancellationToken cancellationToken)
    {
        var call = SyntaxFactory.ParseExpression($"global::System.Threading.{type}.{method}({arguments})");
        var info = site.Model.GetSpeculativeSymbolInfo(site.Primary.SpanStart, call, SpeculativeBindingOption.BindAsExpression);
        if (info.Symbol is not IMethodSymbol bound || !ThreadingCall.IsThreadingNamespace(bound.ContainingType?.ContainingNamespace))
            return false;

        // Exchange of any T compiles since .NET 9, but throws for what is neither a reference, a primitive nor an enum.
        if (bound.IsGenericMethod && argumentType is not null && !IsAtomic(argumentType))
            return false;

        foreach (var id in site.Document.GetLinkedDocumentIds())
        {
            var project = site.Document.Project.Solution.GetProject(id.ProjectId);
            if (project is not null
                && await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                && !Declares(compilation, bound, argumentType))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Declares(Compilation compilation, IMethodSymbol method, ITypeSymbol? argumentType)
    {
        var definition = method.OriginalDefinition;
        var signature = definition.GetDocumentationCommentId();
        return compilation.GetTypeByMetadataName("System.Threading." + method.ContainingType.Name) is { } type
            && type.GetMembers(method.Name).OfType<IMethodSymbol>().Any(candidate =>
                candidate.GetDocumentationCommentId() == signature
                && (candidate.TypeParameters.Length == 0
                    || !candidate.TypeParameters[0].HasReferenceTypeConstraint
                    || argumentType is { IsReferenceType: true }));
    }

    private static bool IsAtomic(ITypeSymbol type) =>
        type.IsReferenceType
        || type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
