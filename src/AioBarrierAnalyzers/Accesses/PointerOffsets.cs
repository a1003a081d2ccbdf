using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Arithmetic of pointers.</summary>
internal static class PointerOffsets
{
    /// <summary>Structs nested deeper than this are not measured.</summary>
    private const int MaxDepth = 3;

    public static PointerOffset Of(Value? by, long size) => by switch
    {
        null => default,
        _ when Conditions.AsNumber(by) is { } constant => new PointerOffset(unchecked(constant * size), isIndexed: false),
        Value.Derived sum => new PointerOffset(unchecked(sum.Addend * size), isIndexed: sum.Operands.Any(o => o is not Value.Constant)),
        _ => new PointerOffset(0, isIndexed: true),
    };

    /// <summary>The constant part of a value.</summary>
    public static long AddendOf(Value value) => Conditions.AsNumber(value) ?? (value as Value.Derived)?.Addend ?? 0;

    /// <summary>The size of what a pointer points to, padding left out; it only has to tell places apart.</summary>
    public static long SizeOf(ITypeSymbol? type) => SizeOf(type, 0);

    private static long SizeOf(ITypeSymbol? type, int depth)
    {
        switch (type?.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Void or null:
                return 1;
            case SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char:
                return 2;
            case SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single:
                return 4;
            case SpecialType.System_Decimal:
                return 16;
            case SpecialType.None when type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }:
                return SizeOf(underlying, depth + 1);
            case SpecialType.None when type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && depth < MaxDepth:
                return DeclaredSize(type) ?? System.Math.Max(1, type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic)
                    .Sum(f => f.IsFixedSizeBuffer && f.Type is IPointerTypeSymbol buffer
                        ? f.FixedSize * SizeOf(buffer.PointedAtType, depth + 1)
                        : SizeOf(f.Type, depth + 1)));
            default:
                return 8;
        }
    }

    private static long? DeclaredSize(ITypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (!LibraryTypes.StructLayoutAttribute.Contains(attribute.AttributeClass))
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == "Size" && argument.Value.Value is int and > 0 and var size)
                    return size;
            }
        }

        return null;
    }
}
