using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Offers a fix that leaves the code as it was.</summary>
public sealed class ChangesNothing : FieldFixer
{
    protected override SyntaxToken NewName(SyntaxToken name) => name;
}
