using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Members that give some of the elements that they are given, and perhaps not all.</summary>
internal static class ShrinkingMembers
{
    private static readonly HashSet<string> OfSequences = new()
    {
        "Where", "Except", "ExceptBy", "Distinct", "DistinctBy", "Skip", "SkipLast", "Take", "TakeLast",
    };

    /// <summary>Methods of <c>System.Linq.Enumerable</c> and <c>System.Array</c>, by what their documentation says of them.</summary>
    public static bool Contain(IMethodSymbol method) =>
        (OfSequences.Contains(method.Name) && NameMatch.IsType(method.ContainingType, "Enumerable", "Linq")) ||
        (method.Name is "FindAll" or "Empty" && NameMatch.IsType(method.ContainingType, "Array"));
}
