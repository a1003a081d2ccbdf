using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What a method is for, as far as its signature tells.</summary>
internal static class MethodFacts
{
    /// <summary>An enumerator: used by one caller at a time.</summary>
    public static bool IsEnumerator(this INamedTypeSymbol type) => type.AllInterfaces.Any(LibraryTypes.Enumerators.Contains);

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

    /// <summary>
    /// Ends the life of its object: called once, by its owner, whatever else goes on. By name, for a type of the project's own often disposes without the
    /// interface, and to take something for a disposal only makes silent.
    /// </summary>
    public static bool IsDisposal(this IMethodSymbol method) =>
        method.MethodKind == MethodKind.Destructor || method is { Name: "ReleaseHandle", IsOverride: true } ||
        (method.Name is "Dispose" or "DisposeAsync" or "DisposeCore" or "DisposeAsyncCore" or
            "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync" && method.Parameters.Length <= 1) ||
        (method.Name == "Close" && method.Parameters.IsEmpty && method.ContainingType.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable));
}
