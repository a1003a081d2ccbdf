using System.Linq;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that touch no memory which can change (arithmetic, lengths of arrays, spans and strings, type tests, argument checks) and that the
/// just-in-time compiler inlines or knows, so that a loop with nothing else in it may still have its loads hoisted. In doubt a member is left out: an unknown
/// call is opaque, which is silent. Clocks and random numbers are left out, they are not pure.
/// </summary>
internal static class PureMembers
{
    private const string Space = "System";

    private static readonly string[] PureTypes =
    {
        "Boolean", "Byte", "Char", "Double", "Guid", "Half", "Index", "Int128", "Int16", "Int32", "Int64", "IntPtr", "Math", "MathF", "Nullable`1", "Range",
        "SByte", "Single", "TimeSpan", "UInt128", "UInt16", "UInt32", "UInt64", "UIntPtr",
        "ValueTuple`1", "ValueTuple`2", "ValueTuple`3", "ValueTuple`4", "ValueTuple`5", "ValueTuple`6", "ValueTuple`7",
    };

    internal static readonly TypeRow[] Rows = PureTypes.Select(name => All(Space, name)).Concat(new[]
    {
        All("System.Numerics", "BitOperations"),
        All("System.Diagnostics", "Debug"),
        All("System.Collections.Generic", "KeyValuePair`2"),
        Of(Space, "BitConverter", "DoubleToInt64Bits", "Int64BitsToDouble", "Int32BitsToSingle", "SingleToInt32Bits", "DoubleToUInt64Bits",
            "UInt64BitsToDouble", "SingleToUInt32Bits", "UInt32BitsToSingle"),
        Of(Space, "Object", ".ctor", "ReferenceEquals", "GetType"),
        Of(Space, "Enum", "HasFlag"),
        Of(Space, "Type", "GetTypeFromHandle", "op_Equality", "op_Inequality"),
        Of(Space, "String", "get_Length", "get_Chars", "CompareOrdinal", "Equals", "IsNullOrEmpty", "IsNullOrWhiteSpace", "op_Equality", "op_Inequality"),
        Of(Space, "Array", "get_Length", "get_LongLength", "get_Rank", "GetLength", "GetLongLength", "GetLowerBound", "GetUpperBound", "Empty",
            "get_MaxLength"),
        Of(Space, "Span`1", "get_Length", "get_IsEmpty", "get_Empty", "op_Equality", "op_Inequality"),
        Of(Space, "ReadOnlySpan`1", "get_Length", "get_IsEmpty", "get_Empty", "op_Equality", "op_Inequality"),
        Of(Space, "Memory`1", "get_Length", "get_IsEmpty", "get_Empty"),
        Of(Space, "ReadOnlyMemory`1", "get_Length", "get_IsEmpty", "get_Empty"),
        Of(Space, "ArraySegment`1", "get_Count", "get_Offset", "get_Empty"),
        Of(Space, "ArgumentNullException", "ThrowIfNull"),
        Of(Space, "ArgumentException", "ThrowIfNullOrEmpty", "ThrowIfNullOrWhiteSpace"),
        Of(Space, "ObjectDisposedException", "ThrowIf"),
        Of(Space, "ArgumentOutOfRangeException", "ThrowIfEqual", "ThrowIfGreaterThan", "ThrowIfGreaterThanOrEqual", "ThrowIfLessThan",
            "ThrowIfLessThanOrEqual", "ThrowIfNegative", "ThrowIfNegativeOrZero", "ThrowIfNotEqual", "ThrowIfZero"),
        Of(Space, "Environment", "get_CurrentManagedThreadId", "get_Is64BitProcess", "get_ProcessorCount"),
        Of("System.Runtime.CompilerServices", "Unsafe", "AreSame", "BitCast", "ByteOffset", "IsAddressGreaterThan", "IsAddressGreaterThanOrEqualTo",
            "IsAddressLessThan", "IsAddressLessThanOrEqualTo", "IsNullRef", "NullRef", "SizeOf", "SkipInit"),
        Of("System.Runtime.CompilerServices", "RuntimeHelpers", "IsReferenceOrContainsReferences", "SizeOf", "get_OffsetToStringData"),
        Of("System.Runtime.InteropServices", "Marshal", "GetLastPInvokeError", "GetLastSystemError", "GetLastWin32Error", "OffsetOf", "SizeOf"),

        // A slot of the thread's own (or of its flow of control); its factory, run once, is forgiven.
        Of("System.Threading", "ThreadLocal`1", "get_Value", "set_Value", "get_IsValueCreated", ".ctor"),
        Of("System.Threading", "AsyncLocal`1", "get_Value", "set_Value", ".ctor"),
    }).ToArray();

    private static TypeRow All(string space, string name) => TypeRow.Uniform(space, name, Effects.Pure);

    private static TypeRow Of(string space, string name, params string[] members) =>
        new(space, name, members.Select(m => new MemberRow(m, Effects.Pure)).ToArray());
}
