using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Symbols;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Makes a plain load an acquire.</summary>
internal sealed class VolatileReadFix : BarrierFix
{
    public override EditKind Kind => EditKind.VolatileRead;

    public override string EquivalenceKey => "UseVolatileRead";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (!LoadContext.IsPlainLoad(site.Primary)
            || Expressions.Field(site.Primary, site.Model, cancellationToken) is { IsVolatile: true }
            || await KeywordAsync(site, cancellationToken).ConfigureAwait(false) is not { } keyword)
        {
            return null;
        }

        var names = new ThreadingNames(site);
        ExpressionSyntax call = names.Call("Volatile", "Read", Arguments.Ref(site.Primary.WithoutTrivia(), keyword));

        // A colon would end the expression inside an interpolated string.
        if (site.Primary.FirstAncestorOrSelf<InterpolationSyntax>() is not null && call.ToString().Contains("::"))
            call = SyntaxFactory.ParenthesizedExpression(call);

        return new FixResult("Use Volatile.Read", names.Apply(site.Root.ReplaceNode(site.Primary, call.WithTriviaFrom(site.Primary))));
    }

    private static async Task<string?> KeywordAsync(FixSite site, CancellationToken cancellationToken)
    {
        switch (RefTarget.AccessTo(site.Primary, site.Model, cancellationToken))
        {
            case RefAccess.ReadWrite:
                return await ThreadingApi.AcceptsAsync(site, "Volatile", "Read", site.Primary, 0, cancellationToken).ConfigureAwait(false) ? "ref" : null;

            // The parameter is `ref readonly` in new reference assemblies, which only a new compiler understands.
            case RefAccess.ReadOnly when site.Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= (LanguageVersion)1200 }:
                return await ThreadingApi.AcceptsAsync(site, "Volatile", "Read", site.Primary, 0, cancellationToken, "in").ConfigureAwait(false) ? "in" : null;
            default:
                return null;
        }
    }
}
