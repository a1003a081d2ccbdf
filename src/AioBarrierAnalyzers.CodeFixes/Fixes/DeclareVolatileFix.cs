using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Gives the field the volatile modifier: the only way for a type that Volatile has no overload for, a choice for a private field.</summary>
internal sealed class DeclareVolatileFix : BarrierFix
{
    public DeclareVolatileFix(EditKind kind)
    {
        Kind = kind;
    }

    public override EditKind Kind { get; }

    public override string EquivalenceKey => "DeclareVolatile";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (Location(site, cancellationToken) is not { } location
            || Expressions.Field(location, site.Model, cancellationToken) is not { IsConst: false, IsReadOnly: false, IsVolatile: false } field
            || !MayBeVolatile(field.Type)
            || FieldReferences.Declaration(field, site.Document.Project.Solution, cancellationToken) is not { } found)
        {
            return null;
        }

        // Elsewhere than in its own type, a modifier changes more than a reader of the finding can see.
        if (field.DeclaredAccessibility != Accessibility.Private && await HasCallAsync(site, location, cancellationToken).ConfigureAwait(false))
            return null;
        if (!await AllowsModifierAsync(site, field, cancellationToken).ConfigureAwait(false))
            return null;

        var root = await found.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        return new FixResult(
            $"Declare '{field.Name}' volatile",
            NewTrees.Put(found.Document.Project.Solution, found.Document.Id, root!.ReplaceNode(found.Declaration, WithVolatile(found.Declaration))));
    }

    private static FieldDeclarationSyntax WithVolatile(FieldDeclarationSyntax declaration)
    {
        var modifier = SyntaxFactory.Token(SyntaxKind.VolatileKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
            return declaration.AddModifiers(modifier);

        var type = declaration.Declaration.Type;
        return declaration
            .WithDeclaration(declaration.Declaration.WithType(type.WithoutLeadingTrivia()))
            .WithModifiers(SyntaxFactory.TokenList(modifier.WithLeadingTrivia(type.GetLeadingTrivia())));
    }

    private static bool MayBeVolatile(ITypeSymbol type)
    {
        if (type.IsReferenceType || type.TypeKind == TypeKind.Pointer)
            return true;

        var underlying = type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } enumType } ? enumType : type;
        return underlying.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte
            or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
    }

    /// <summary>A volatile field that is passed by reference warns (CS0420), except to Interlocked.</summary>
    private static async Task<bool> AllowsModifierAsync(FixSite site, IFieldSymbol field, CancellationToken cancellationToken)
    {
        var references = await FieldReferences.FindAsync(field, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
        if (references is null)
            return false;

        foreach (var reference in references)
        {
            if (reference.Access.Parent is RefExpressionSyntax || reference.Access.Parent.IsKind(SyntaxKind.AddressOfExpression))
                return false;
            if (reference.ByReference is not { Parent.Parent: var call })
                continue;

            var model = await reference.Document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (model is null || call is not InvocationExpressionSyntax invocation
                || ThreadingCall.Name(invocation, model, cancellationToken)?.StartsWith("Interlocked.", System.StringComparison.Ordinal) != true)
            {
                return false;
            }
        }

        return references.Any();
    }

    private ExpressionSyntax? Location(FixSite site, CancellationToken cancellationToken)
    {
        if (Kind == EditKind.VolatileRead)
            return LoadContext.IsPlainLoad(site.Primary) ? site.Primary : null;

        return StoreShape.Parse(site.Primary, site.Model, cancellationToken) is { IsPlain: true } store
            ? store.Location
            : null;
    }

    private Task<bool> HasCallAsync(FixSite site, ExpressionSyntax location, CancellationToken cancellationToken) =>
        Kind == EditKind.VolatileRead
            ? ThreadingApi.AcceptsAsync(site, "Volatile", "Read", location, 0, cancellationToken)
            : ThreadingApi.AcceptsAsync(site, "Volatile", "Write", location, 1, cancellationToken);
}
