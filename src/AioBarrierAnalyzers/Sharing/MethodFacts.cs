using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What a method is for, as far as its signature tells.</summary>
internal static class MethodFacts
{
    /// <summary>An enumerator: used by one caller at a time.</summary>
    public static bool IsEnumerator(this INamedTypeSymbol type) => type.AllInterfaces.Any(i => i.Name is "IEnumerator" or "IAsyncEnumerator");

    /// <summary>Ends the life of its object: called once, by its owner, whatever else goes on.</summary>
    public static bool IsDisposal(this IMethodSymbol method) =>
        method.MethodKind == MethodKind.Destructor ||
        (method.Name is "Dispose" or "DisposeAsync" or "DisposeCore" or "DisposeAsyncCore" or "System.IDisposable.Dispose" or "System.IAsyncDisposable.DisposeAsync" &&
            method.Parameters.Length <= 1) ||
        (method.Name == "Close" && method.Parameters.IsEmpty && method.ContainingType.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_IDisposable));
}
