namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A part of a value that is loaded and stored as one.</summary>
/// <param name="Offset">In bytes, from the start of the value.</param>
/// <param name="Size">In bytes; 0 for a reference.</param>
internal readonly record struct Word(int Offset, int Size);
