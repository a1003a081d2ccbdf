using System;
using System.Globalization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Values in reports.</summary>
internal static class Format
{
    public static string Value<T>(T value) => value switch
    {
        null => "null",
        Enum name => name.ToString(),
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Delegate => "a delegate",
        Array array => $"{array.GetType().GetElementType()!.Name}[{array.Length}]",
        _ when value.GetType().IsValueType => value.ToString() is { } text && text != value.GetType().ToString() ? text : value.GetType().Name,
        _ => value.GetType().Name,
    };

    /// <summary>The bits of a word, as its type shows them.</summary>
    public static string Bits(ulong bits, Type type) => Value(type.IsEnum ? Enum.ToObject(type, bits) : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => (object)(bits != 0),
        TypeCode.SByte => (sbyte)bits,
        TypeCode.Int16 => (short)bits,
        TypeCode.Int32 => (int)bits,
        TypeCode.Int64 => (long)bits,
        TypeCode.Single => BitConverter.UInt32BitsToSingle((uint)bits),
        TypeCode.Double => BitConverter.UInt64BitsToDouble(bits),
        TypeCode.Char => (char)bits,
        _ => type == typeof(nint) ? (nint)bits : bits,
    });
}
