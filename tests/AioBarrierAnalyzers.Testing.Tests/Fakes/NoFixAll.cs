using Microsoft.CodeAnalysis.CodeFixes;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>A fixer without Fix All.</summary>
public sealed class NoFixAll : FieldFixer
{
    public override FixAllProvider? GetFixAllProvider() => null;
}
