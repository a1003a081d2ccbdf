namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A start or end tag: where it stands in the input, where that is in the output, and its name ("" for none).</summary>
internal readonly record struct MarkupTag(int Input, int Output, string Name);
