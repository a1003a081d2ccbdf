using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Testing.Tests.Fakes;

/// <summary>Changes the encoding of the file with the name.</summary>
public sealed class OtherEncoding : FieldFixer
{
    protected override async Task<Solution> FixAsync(Document document, int position, Func<SyntaxToken, SyntaxToken> rename, CancellationToken token)
    {
        var text = (await document.GetTextAsync(token)).ToString().Replace("bad", "good");
        return document.WithText(SourceText.From(text, Encoding.Unicode)).Project.Solution;
    }
}
