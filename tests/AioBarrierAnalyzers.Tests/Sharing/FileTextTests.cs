using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class FileTextTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(20000)]
    public void Is_made_once(int fields)
    {
        string code = "class C { " + string.Concat(Enumerable.Range(0, fields).Select(static i => $"int _f{i}; ")) + "}";
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(code)), Encoding.UTF8));

        string text = FileText.Of(tree, CancellationToken.None);

        Assert.Equal(code, text);
        Assert.Same(text, FileText.Of(tree, CancellationToken.None));
    }

    [Fact]
    public void A_shorter_text_has_nothing_of_a_longer_one()
    {
        string longer = "class C { } // " + new string('a', 100000);
        string shorter = "class C { } // " + new string('b', 50000);

        foreach (string code in new[] { longer, shorter })
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(new MemoryStream(Encoding.UTF8.GetBytes(code)), Encoding.UTF8));
            Assert.Equal(code, FileText.Of(tree, CancellationToken.None));
        }
    }

    [Fact]
    public void Tokens_are_found_by_name_outside_of_comments_and_strings()
    {
        const string Code = "class C { int flag; /* flag */ string s = \"flag\"; int flags, @flag2; int M() => flag + this.flag; // flag\n }";
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Code);

        SyntaxToken[] tokens = [.. NamedTokens.In(tree, "flag", CancellationToken.None).Where(static t => t.IsKind(SyntaxKind.IdentifierToken))];

        Assert.Equal(new[] { "nt ", "=> ", "is." }, tokens.Select(static t => Code.Substring(t.SpanStart - 3, 3)));
        Assert.Empty(NamedTokens.In(tree, string.Empty, CancellationToken.None));
        Assert.Equal("@flag2", Assert.Single(NamedTokens.In(tree, "flag2", CancellationToken.None)).Text);
    }
}
