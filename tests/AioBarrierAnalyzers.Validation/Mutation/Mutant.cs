using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Validation.Reference;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation;

/// <summary>The reference with one mistake in it.</summary>
/// <param name="Name">File, member, kind, and a number where there are several: it stays the same as long as these do.</param>
/// <param name="Subsystem">Whose scenarios judge it.</param>
/// <param name="Mutation">The kind of mistake.</param>
/// <param name="File">The file that was changed.</param>
/// <param name="Line">Where the mistake is in the reference, from 1.</param>
/// <param name="Text">The changed file.</param>
/// <param name="Place">The lines of the mistake in the changed file, from 0.</param>
internal sealed record Mutant(string Name, Subsystem Subsystem, IMutation Mutation, string File, int Line, string Text, LinePositionSpan Place)
{
    /// <summary>All sources, by file name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Subsystem.Sources.ToDictionary(source => source.Key, source => source.Key == File ? Text : source.Value);

    public override string ToString() => Name;
}
