using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The methods of a type that use a barrier by itself, told by their text: one of the library, or a method of the type that does so.</summary>
internal static class FencingMembers
{
    private static readonly string[] Barrier = { "Barrier(" };

    /// <summary>The methods of an outermost type and of the types in it.</summary>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<IMethodSymbol> fencing = DeclaredMethods.With(Barrier, type, cancellation).ToList();
        if (fencing.Count == 0)
            return fencing;
        string[] calls = fencing.Where(m => m.ReturnsVoid && m.Parameters.IsEmpty && m.MethodKind == MethodKind.Ordinary).Select(m => m.Name + "()").ToArray();
        return DeclaredMethods.Of(type).Where(m => fencing.Contains(m) || DeclaredMethods.Mentions(m, calls, cancellation)).ToList();
    }
}
