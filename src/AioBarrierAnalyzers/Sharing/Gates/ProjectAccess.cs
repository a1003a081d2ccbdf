using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>Whether all calls of a method are in the source: those of what nobody outside of the project can reach.</summary>
internal static class ProjectAccess
{
    /// <summary>Cannot be called from outside of the project, but by a type that derives from its own; private methods left out.</summary>
    public static bool IsForTheProject(this IMethodSymbol method) => method.DeclaredAccessibility switch
    {
        Accessibility.Internal or Accessibility.Protected or Accessibility.ProtectedAndInternal or Accessibility.ProtectedOrInternal => true,
        Accessibility.Public => method.ContainingType.ContainingType is not null && method.ContainingType.IsHidden(),
        _ => false,
    };

    /// <summary>Not to be seen from outside of the project.</summary>
    public static bool IsHidden(this INamedTypeSymbol type) =>
        type.DeclaredAccessibility != Accessibility.Public || type.ContainingType?.IsHidden() == true;
}
