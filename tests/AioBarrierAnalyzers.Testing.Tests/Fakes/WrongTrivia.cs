using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Writes a comment as whitespace: tokens are right, trivia is wrong.</summary>
public sealed class WrongTrivia : FieldFixer
{
    protected override SyntaxToken NewName(SyntaxToken name) => base.NewName(name).WithTrailingTrivia(SyntaxFactory.DisabledText("/* fixed */"));
}
