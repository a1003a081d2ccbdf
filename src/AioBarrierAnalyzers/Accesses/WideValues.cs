using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Tells the values that a processor does not load and store in one piece (ECMA-335, I.12.6.6: up to the size of a native int, and aligned).</summary>
internal static class WideValues
{
    /// <summary>The bytes of a reference or a long.</summary>
    private const int Word = 8;

    /// <summary>True for a value that is wider than a word of 64 bits, or made of several parts.</summary>
    public static bool IsWide(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct } named || named.IsRefLikeType)
            return false;
        if (named.SpecialType == SpecialType.System_Decimal)
            return true;
        if (IsNullable(named))
            return named.TypeArguments[0].TypeKind != TypeKind.Error;
        if (named.SpecialType != SpecialType.None)
            return false;
        if (!named.Locations.Any(l => l.IsInSource) && !named.IsTupleType)
            return LibraryTypes.Wide.Contains(named);
        return SizeOf(named) > Word;
    }

    /// <summary>
    /// True for one that does not fit into a word: a nullable flag or number of 32 bits does, and what moves it in one piece is the compiler's goodwill.
    /// </summary>
    public static bool ExceedsWord(ITypeSymbol? type) => IsWide(type) &&
        !(type is INamedTypeSymbol nullable && IsNullable(nullable) && SizeOfField(nullable.TypeArguments[0]) < Word);

    /// <summary>True for a value beside which stands whether there is one.</summary>
    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>True for a value of 64 bits, which a processor of 32 bits loads and stores in two pieces.</summary>
    public static bool IsLong(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime } ||
        LibraryTypes.TimeSpan.Contains(type);

    private static int SizeOf(INamedTypeSymbol type) => type.IsTupleType
        ? type.TupleElements.Sum(e => SizeOfField(e.Type))
        : type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic).Sum(f => SizeOfField(f.Type));

    /// <summary>Without what fills it up: a struct is taken for smaller than it may be.</summary>
    private static int SizeOfField(ITypeSymbol type) => type switch
    {
        _ when IsWide(type) => 2 * Word,
        { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte } => 1,
        { SpecialType: SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 } => 2,
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single } or { TypeKind: TypeKind.Enum } => 4,
        INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named when named.Locations.Any(l => l.IsInSource) => SizeOf(named),
        _ => Word,
    };
}
