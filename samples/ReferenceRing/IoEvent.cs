using System.Runtime.InteropServices;

namespace ReferenceRing;

/// <summary>One finished request, laid out as the kernel's io_event: 32 bytes.</summary>
/// <param name="Data">What the submitter gave along.</param>
/// <param name="Object">The request, as its submitter names it.</param>
/// <param name="Result">Bytes done, or a negative error number.</param>
/// <param name="Result2">A second result, zero for most requests.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct IoEvent(ulong Data, ulong Object, long Result, long Result2);
