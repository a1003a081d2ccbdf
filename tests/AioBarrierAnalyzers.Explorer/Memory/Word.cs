using System;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A part of a value that is loaded and stored as one.</summary>
/// <param name="Offset">In bytes, from the start of the value.</param>
/// <param name="Size">In bytes; 0 for a reference.</param>
/// <param name="Name">The fields that lead to it, each with a dot before it; empty for a value that is one word.</param>
/// <param name="Type">Its type.</param>
internal readonly record struct Word(int Offset, int Size, string Name, Type Type);
