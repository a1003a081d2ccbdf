using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Every fix leaves something new to fix.</summary>
public sealed class NeverDone : FieldFixer
{
    protected override SyntaxToken NewName(SyntaxToken name) => Identifier(name, name.Text + "x");
}
