using System;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members after which the memory that they are given is somebody else's: returned to a pool, freed or unmapped. What only makes an object refuse
/// further use (a disposed stream) is not admitted.
/// </summary>
internal static class GiveBackMembers
{
    private static readonly MemberEffect Argument = new(MemberRole.GiveBack, MemoryAction.Nothing) { ValueParameter = 0 };
    private static readonly MemberEffect Receiver = new(MemberRole.GiveBack, MemoryAction.Nothing) { ValueParameter = MemberEffect.Receiver };

    /// <summary>Functions of operating systems and C libraries, by the names they are imported by.</summary>
    private static readonly string[] Imported =
        { "munmap", "free", "aligned_free", "_aligned_free", "VirtualFree", "UnmapViewOfFile", "LocalFree", "GlobalFree", "CoTaskMemFree" };

    internal static readonly TypeRow[] Rows =
    {
        new("System.Buffers", "ArrayPool`1", new MemberRow("Return", Argument)),
        new("System.Runtime.InteropServices", "NativeMemory", new MemberRow("Free", Argument), new MemberRow("AlignedFree", Argument)),
        new("System.Runtime.InteropServices", "Marshal", new MemberRow("FreeHGlobal", Argument), new MemberRow("FreeCoTaskMem", Argument),
            new MemberRow("FreeBSTR", Argument)),
        new("System.Runtime.InteropServices", "GCHandle", new MemberRow("Free", Receiver)),
        new("System.IO", "UnmanagedMemoryAccessor", new MemberRow("Dispose", Receiver, parameters: 0)),
    };

    /// <summary>Whether a method stands for a function of another library that frees or unmaps what it is given.</summary>
    internal static bool IsImported(IMethodSymbol method) =>
        method.GetDllImportData() is { } import && Imported.Contains(import.EntryPointName ?? method.Name, StringComparer.Ordinal) &&
        method.Parameters.Length > 0;
}
