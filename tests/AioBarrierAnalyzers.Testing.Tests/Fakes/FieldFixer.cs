using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Renames "bad..." to "good..." at its declaration; what differs from case to case is overridden.</summary>
public abstract class FieldFixer : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["T0001"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (context.Diagnostics.Any(diagnostic => !FixableDiagnosticIds.Contains(diagnostic.Id)))
            throw new InvalidOperationException("was given a diagnostic that it does not fix");

        Register(context);
        return Task.CompletedTask;
    }

    protected virtual void Register(CodeFixContext context)
        => context.RegisterCodeFix(Action(context, "Rename", "Rename", NewName), context.Diagnostics);

    protected virtual SyntaxToken NewName(SyntaxToken name) => Identifier(name, name.Text.Replace("bad", "good"));

    protected static SyntaxToken Identifier(SyntaxToken name, string text) => SyntaxFactory.Identifier(name.LeadingTrivia, text, name.TrailingTrivia);

    protected CodeAction Action(CodeFixContext context, string title, string key, Func<SyntaxToken, SyntaxToken> rename)
        => CodeAction.Create(title, async token => await FixAsync(context.Document, context.Span.Start, rename, token), key);

    protected virtual async Task<Solution> FixAsync(Document document, int position, Func<SyntaxToken, SyntaxToken> rename, CancellationToken token)
    {
        var root = (await document.GetSyntaxRootAsync(token))!;
        var name = root.FindToken(position);
        return document.WithSyntaxRoot(root.ReplaceToken(name, rename(name))).Project.Solution;
    }
}
