using System.Linq;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Constructors that only set up the new object, which nobody else can see yet.</summary>
internal static class Constructors
{
    /// <summary>A constructor of an object of synchronisation: pure.</summary>
    internal static readonly MemberRow Plain = new(".ctor", Effects.Pure);

    /// <summary>A constructor of a collection: pure unless it reads what it is filled with.</summary>
    internal static readonly MemberRow OfCollection = new(".ctor", Effects.Pure, when: TakesNoElements);

    private static bool TakesNoElements(IMethodSymbol constructor) =>
        constructor.Parameters.All(p => !IsEnumerable(p.Type) && !p.Type.AllInterfaces.Any(IsEnumerable));

    private static bool IsEnumerable(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T
        || type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
