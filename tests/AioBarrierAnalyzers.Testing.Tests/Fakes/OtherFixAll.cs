using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>A fixer whose Fix All chooses another name.</summary>
public sealed class OtherFixAll : FieldFixer
{
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var text = await document.GetTextAsync(context.CancellationToken);
        foreach (var diagnostic in diagnostics)
            text = text.Replace(new TextSpan(diagnostic.Location.SourceSpan.Start, 3), "new");

        return document.WithText(text);
    });
}
