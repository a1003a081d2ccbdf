using System.Collections.Generic;
using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that read or write memory which an argument leads to (span, array, pointer, reference), one value or a run of them. All are plain, and
/// a copy promises no order among its elements and no atomicity beyond them (memory-model.md section 2, "cpblk / initblk"; section 3). The location of a copy
/// is its destination and the value its source.
/// </summary>
internal static class CopyMembers
{
    private const string Compiler = "System.Runtime.CompilerServices";
    private const string Interop = "System.Runtime.InteropServices";
    private const string Intrinsics = "System.Runtime.Intrinsics";

    private static readonly MemberEffect ReadAt0 = Effects.Load(MemoryAction.PlainLoad, 0);
    private static readonly MemberEffect TryReadAt0 = Effects.Load(MemoryAction.PlainLoad, 0, AtomicResult.Success) with { ValueParameter = 1 };
    private static readonly MemberEffect WriteAt0 = Effects.Store(MemoryAction.PlainStore, 0, 1);
    private static readonly MemberEffect TryWriteAt0 = WriteAt0 with { Result = AtomicResult.Success };
    private static readonly MemberEffect ReadReceiver = Effects.Load(MemoryAction.PlainLoad, Effects.Receiver, AtomicResult.None);
    private static readonly MemberEffect Search = Effects.Load(MemoryAction.PlainLoad, 0, AtomicResult.None);
    private static readonly MemberEffect ToArgument = Effects.Copy(0, Effects.Receiver);

    internal static readonly TypeRow[] Rows =
    {
        new("System", "Span`1",
            new("CopyTo", ToArgument),
            new("TryCopyTo", ToArgument with { Result = AtomicResult.Success }),
            new("Fill", Effects.Fill(Effects.Receiver, 0)),
            new("Clear", Effects.Fill(Effects.Receiver)),
            new("ToArray", ReadReceiver)),
        ReadOnly("ReadOnlySpan`1"),
        ReadOnly("Memory`1"),
        ReadOnly("ReadOnlyMemory`1"),
        new("System", "ArraySegment`1",
            new("CopyTo", ToArgument),
            new("set_Item", Effects.Store(MemoryAction.PlainStore, Effects.Receiver, 1)),
            new("ToArray", ReadReceiver)),
        new("System", "MemoryExtensions",
            new("CopyTo", Effects.Copy(1, 0)),
            new("Reverse", Effects.Fill(0)),
            new("Sort", Effects.Fill(0)),
            new("Replace", Effects.Fill(0)),
            new("BinarySearch", Search),
            new("Contains", Search),
            new("EndsWith", Search),
            new("IndexOf", Search),
            new("IndexOfAny", Search),
            new("LastIndexOf", Search),
            new("LastIndexOfAny", Search),
            new("SequenceCompareTo", Search),
            new("SequenceEqual", Search),
            new("StartsWith", Search)),
        new("System", "Array",
            new("Copy", Effects.Copy(1, 0), parameters: 3),
            new("Copy", Effects.Copy(2, 0), parameters: 5),
            new("ConstrainedCopy", Effects.Copy(2, 0)),
            new("CopyTo", ToArgument),
            new("Clear", Effects.Fill(0)),
            new("Fill", Effects.Fill(0, 1)),
            new("Reverse", Effects.Fill(0)),
            new("Sort", Effects.Fill(0)),

            // Copies into a new array and stores that: what was the location's array stays as it is.
            new("Resize", Effects.Store(MemoryAction.PlainStore, 0)),
            new("IndexOf", Search),
            new("LastIndexOf", Search),
            new("BinarySearch", Search),
            new("GetValue", ReadReceiver),
            new("SetValue", Effects.Store(MemoryAction.PlainStore, Effects.Receiver, 0)),
            new("Clone", ReadReceiver)),
        new("System", "Buffer",
            new("BlockCopy", Effects.Copy(2, 0)),
            new("MemoryCopy", Effects.Copy(1, 0)),
            new("GetByte", ReadAt0),
            new("SetByte", Effects.Store(MemoryAction.PlainStore, 0, 2))),
        new(Compiler, "Unsafe",
            new("CopyBlock", Effects.Copy(0, 1)),
            new("CopyBlockUnaligned", Effects.Copy(0, 1)),
            new("Copy", Effects.Copy(0, 1)),
            new("InitBlock", Effects.Fill(0, 1)),
            new("InitBlockUnaligned", Effects.Fill(0, 1)),
            new("Read", ReadAt0),
            new("ReadUnaligned", ReadAt0),
            new("Write", WriteAt0),
            new("WriteUnaligned", WriteAt0)),
        new(Interop, "Marshal",
            new("Copy", Effects.Copy(2, 0), parameters: 4, m => m.Parameters[0].Type is IArrayTypeSymbol),
            new("Copy", Effects.Copy(1, 0), parameters: 4),
            new("ReadByte", ReadAt0),
            new("ReadInt16", ReadAt0),
            new("ReadInt32", ReadAt0),
            new("ReadInt64", ReadAt0),
            new("ReadIntPtr", ReadAt0),
            Write("WriteByte", 2),
            Write("WriteByte", 3),
            Write("WriteInt16", 2),
            Write("WriteInt16", 3),
            Write("WriteInt32", 2),
            Write("WriteInt32", 3),
            Write("WriteInt64", 2),
            Write("WriteInt64", 3),
            Write("WriteIntPtr", 2),
            Write("WriteIntPtr", 3),
            new("PtrToStructure", ReadAt0),
            new("StructureToPtr", Effects.Store(MemoryAction.PlainStore, 1, 0))),
        new(Interop, "NativeMemory",
            new("Copy", Effects.Copy(1, 0)),
            new("Clear", Effects.Fill(0)),
            new("Fill", Effects.Fill(0, 2))),
        new(Interop, "MemoryMarshal",
            new("Read", ReadAt0),
            new("TryRead", TryReadAt0),
            new("Write", WriteAt0),
            new("TryWrite", TryWriteAt0)),
        BinaryPrimitives(),
        Vector("Vector64"),
        Vector("Vector128"),
        Vector("Vector256"),
        Vector("Vector512"),
    };

    private static TypeRow ReadOnly(string name) =>
        new("System", name,
            new("CopyTo", ToArgument, parameters: 1),
            new("TryCopyTo", ToArgument with { Result = AtomicResult.Success }),
            new("ToArray", ReadReceiver));

    private static MemberRow Write(string name, int parameters) =>
        new(name, Effects.Store(MemoryAction.PlainStore, 0, parameters - 1), parameters);

    private static TypeRow BinaryPrimitives()
    {
        var rows = new List<MemberRow> { new("ReverseEndianness", Effects.Pure) };
        foreach (var type in new[]
        {
            "Int16", "Int32", "Int64", "Int128", "IntPtr", "UInt16", "UInt32", "UInt64", "UInt128", "UIntPtr", "Half", "Single", "Double",
        })
        {
            foreach (var order in new[] { "LittleEndian", "BigEndian" })
            {
                rows.Add(new MemberRow("Read" + type + order, ReadAt0));
                rows.Add(new MemberRow("TryRead" + type + order, TryReadAt0));
                rows.Add(new MemberRow("Write" + type + order, WriteAt0));
                rows.Add(new MemberRow("TryWrite" + type + order, TryWriteAt0));
            }
        }

        return new TypeRow("System.Buffers.Binary", "BinaryPrimitives", rows.ToArray());
    }

    private static TypeRow Vector(string name) =>
        new(Intrinsics, name,
            new("Load", ReadAt0),
            new("LoadAligned", ReadAt0),
            new("LoadAlignedNonTemporal", ReadAt0),
            new("LoadUnsafe", ReadAt0),
            new("Store", Effects.Store(MemoryAction.PlainStore, 1, 0)),
            new("StoreAligned", Effects.Store(MemoryAction.PlainStore, 1, 0)),
            new("StoreAlignedNonTemporal", Effects.Store(MemoryAction.PlainStore, 1, 0)),
            new("StoreUnsafe", Effects.Store(MemoryAction.PlainStore, 1, 0)));
}
