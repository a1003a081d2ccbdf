namespace AioBarrierAnalyzers.Explorer;

/// <summary>A place in the source that does something which other threads can see.</summary>
/// <param name="File">The file it is in.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">The expression, as written.</param>
/// <param name="Field">The field that is accessed, as Type.Field; null when the place accesses none.</param>
public sealed record Site(string File, int Line, string Text, string? Field);
