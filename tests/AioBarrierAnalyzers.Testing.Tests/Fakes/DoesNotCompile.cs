using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Renames every field to the same name.</summary>
public sealed class DoesNotCompile : FieldFixer
{
    protected override SyntaxToken NewName(SyntaxToken name) => Identifier(name, "same");
}
