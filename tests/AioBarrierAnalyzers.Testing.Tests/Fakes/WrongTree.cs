using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Puts an initializer into an identifier: prints right and is wrong.</summary>
public sealed class WrongTree : FieldFixer
{
    protected override SyntaxToken NewName(SyntaxToken name) => Identifier(name, name.Text.Replace("bad", "good") + " = 1");
}
