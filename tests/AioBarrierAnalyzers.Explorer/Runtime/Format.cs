using System;
using System.Globalization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Values in reports.</summary>
internal static class Format
{
    public static string Value<T>(T value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Delegate => "a delegate",
        Array array => $"{array.GetType().GetElementType()!.Name}[{array.Length}]",
        _ when value.GetType().IsValueType => value.ToString() is { } text && text != value.GetType().ToString() ? text : value.GetType().Name,
        _ => value.GetType().Name,
    };

    public static string Bits<T>(ulong bits)
    {
        if (!Memory.Layout<T>.IsWord) return bits.ToString(CultureInfo.InvariantCulture);

        T value = default!;
        Memory.Bits.Write(ref System.Runtime.CompilerServices.Unsafe.As<T, byte>(ref value), Memory.Layout<T>.Words[0].Size, bits);
        return Value(value);
    }
}
