using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What a method is for, as far as its signature tells.</summary>
internal static class MethodFacts
{
    /// <summary>A stream: one thread at a time reads or writes it, whatever is atomic in it.</summary>
    public static bool IsStream(this INamedTypeSymbol type) => LibraryTypes.Stream.ContainsBaseOf(type);

    /// <summary>An enumerator: used by one caller at a time.</summary>
    public static bool IsEnumerator(this INamedTypeSymbol type) => type.AllInterfaces.Any(LibraryTypes.Enumerators.Contains);

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
