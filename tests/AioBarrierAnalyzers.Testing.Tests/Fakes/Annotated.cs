using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Writes a full type name without spaces and leaves the clean-up to the annotations.</summary>
public sealed class Annotated : FieldFixer
{
    protected override async Task<Solution> FixAsync(Document document, int position, Func<SyntaxToken, SyntaxToken> rename, CancellationToken token)
    {
        var root = (await document.GetSyntaxRootAsync(token))!;
        var declaration = root.FindToken(position).Parent!.FirstAncestorOrSelf<FieldDeclarationSyntax>()!;
        var field = (FieldDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("global::System.Guid good=   default;")!;
        field = field.ReplaceNode(field.Declaration.Type, field.Declaration.Type.WithAdditionalAnnotations(Simplifier.Annotation));
        field = field.WithTriviaFrom(declaration).WithAdditionalAnnotations(Formatter.Annotation);
        return document.WithSyntaxRoot(root.ReplaceNode(declaration, field)).Project.Solution;
    }
}
