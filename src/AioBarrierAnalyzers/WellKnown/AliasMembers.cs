namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that only give another name (reference, pointer, span) to memory that an argument leads to. They touch none of it, whatever they return is
/// plain memory (a volatile field's volatility is lost, memory-model.md section 2).
/// </summary>
internal static class AliasMembers
{
    private const string Interop = "System.Runtime.InteropServices";

    private static readonly MemberEffect OfReceiver = Effects.Alias(Effects.Receiver);
    private static readonly MemberEffect OfFirst = Effects.Alias(0);
    private static readonly MemberEffect RangeOfFirst = OfFirst.With(MemberTraits.Range);

    internal static readonly TypeRow[] Rows =
    {
        new("System.Runtime.CompilerServices", "Unsafe",
            new("As", OfFirst),
            new("AsRef", OfFirst),
            new("AsPointer", OfFirst),
            new("Add", OfFirst),
            new("AddByteOffset", OfFirst.With(MemberTraits.Bytes)),
            new("Subtract", OfFirst.With(MemberTraits.Backwards)),
            new("SubtractByteOffset", OfFirst.With(MemberTraits.Backwards | MemberTraits.Bytes)),
            new("Unbox", OfFirst)),
        new(Interop, "MemoryMarshal",
            new("GetReference", OfFirst),
            new("GetArrayDataReference", OfFirst),
            new("Cast", OfFirst),
            new("AsRef", OfFirst),
            new("AsBytes", OfFirst),
            new("AsMemory", OfFirst),
            new("CreateSpan", RangeOfFirst),
            new("CreateReadOnlySpan", RangeOfFirst),
            new("CreateReadOnlySpanFromNullTerminated", RangeOfFirst)),
        new(Interop, "CollectionsMarshal",
            new("AsSpan", OfFirst),
            new("GetValueRefOrNullRef", OfFirst),
            new("GetValueRefOrAddDefault", OfFirst)),
        Span("Span`1"),
        Span("ReadOnlySpan`1"),
        Enumerator("Span`1+Enumerator"),
        Enumerator("ReadOnlySpan`1+Enumerator"),
        Memory("Memory`1"),
        Memory("ReadOnlyMemory`1"),
        new("System", "ArraySegment`1",
            new("get_Array", OfReceiver),
            new("get_Item", OfReceiver),
            new("Slice", OfReceiver),
            new(".ctor", RangeOfFirst),
            new("op_Implicit", OfFirst)),
        new("System", "MemoryExtensions",
            new("AsSpan", OfFirst),
            new("AsMemory", OfFirst),
            new("Trim", OfFirst),
            new("TrimEnd", OfFirst),
            new("TrimStart", OfFirst)),
        new(Interop, "Marshal",
            new MemberRow("UnsafeAddrOfPinnedArrayElement", OfFirst)),
        new("System", "Array",
            new MemberRow("AsReadOnly", OfFirst)),
    };

    private static TypeRow Span(string name) =>
        new("System", name,
            new("get_Item", OfReceiver),
            new("Slice", OfReceiver),
            new("GetPinnableReference", OfReceiver),
            new("GetEnumerator", OfReceiver),
            new(".ctor", RangeOfFirst),
            new("op_Implicit", OfFirst));

    private static TypeRow Enumerator(string name) =>
        new("System", name,
            new("get_Current", OfReceiver),
            new("MoveNext", Effects.Pure));

    private static TypeRow Memory(string name) =>
        new("System", name,
            new("get_Span", OfReceiver),
            new("Slice", OfReceiver),
            new("Pin", OfReceiver),
            new(".ctor", RangeOfFirst),
            new("op_Implicit", OfFirst));
}
