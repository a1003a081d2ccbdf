using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class CodeReaderTests
{
    [Theory]
    [InlineData("a.b(c) + _d1", "a b c _d1")]
    [InlineData("int x = 0x1F + 1_000L + 2e5;", "int x")]
    [InlineData("a // b\nc", "a c")]
    [InlineData("a /* b\n * c */ d", "a d")]
    [InlineData("a(\"b \\\" c\", d)", "a d")]
    [InlineData("a('\"', b, '\\'', c)", "a b c")]
    [InlineData("a(@\"b \"\" \\\", c)", "a c")]
    [InlineData("@lock", "lock")]
    [InlineData("a($\"b {c} {{d}} {e(\"f\", g)} {h + new { i = 1 }} j\", k)", "a c e g h new i k")]
    [InlineData("a($\"{b:C2} {(c ? d : e)} {f[g ? h : i]:X}\")", "a b c d e f g h i")]
    [InlineData("a(\"\", b)", "a b")]
    [InlineData("größe = ß", "größe ß")]
    [InlineData("a /* b", "a")]
    [InlineData("a \"b", "a")]
    public void Reads_the_words_of_the_code_alone(string code, string words)
    {
        (List<string> found, bool isGivenUp) = Read(code);
        Assert.Equal(words.Split(' '), found);
        Assert.False(isGivenUp);
    }

    [Theory]
    [InlineData("a\n#if b\nc")]
    [InlineData("a(\"\"\"b\"\"\")")]
    [InlineData("a($\"\"\"b\"\"\")")]
    [InlineData("a($$\"\"\"b\"\"\")")]
    [InlineData("a($@\"b\")")]
    [InlineData("a(@$\"b\")")]
    [InlineData("a($\"{$\"b\"}\")")]
    public void Gives_up_where_it_takes_the_lexer(string code)
    {
        (List<string> found, bool isGivenUp) = Read(code);
        Assert.Equal(new[] { "a" }, found);
        Assert.True(isGivenUp);
    }

    /// <summary>Compared with the tokens of the compiler, for each method of the shipped sources and of the corpus.</summary>
    [Fact]
    public void Reads_what_the_tokens_say()
    {
        IEnumerable<SyntaxTree> corpus = RepositoryFiles.Find("tests/Corpus", "*.cs").Select(static path => CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path)));
        var reader = new MethodReader();
        int read = 0;
        int all = 0;
        foreach (SyntaxTree tree in OwnSources.Trees.Concat(corpus))
        {
            foreach (BaseMethodDeclarationSyntax method in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
            {
                all++;
                MethodNames tokens = MethodNames.OfTokens(method);
                if (reader.Read(tree.GetText().ToString(), method.Span) is not { } text)
                    continue;
                read++;
                Assert.Equal(tokens.HasLock, text.HasLock);
                Assert.Equal(tokens.HasLoop, text.HasLoop);
                Assert.Equal(
                    tokens.Identifiers.Where(static n => n.Length > 0 && !IsKeyword(n)).OrderBy(static n => n, System.StringComparer.Ordinal),
                    text.Identifiers.Where(static n => !IsKeyword(n)).OrderBy(static n => n, System.StringComparer.Ordinal));
            }
        }

        Assert.InRange(all, 3000, int.MaxValue);
        Assert.InRange(read, all * 9 / 10, all);
    }

    private static bool IsKeyword(string word) =>
        SyntaxFacts.GetKeywordKind(word) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(word) != SyntaxKind.None;

    private static (List<string> Words, bool IsGivenUp) Read(string code)
    {
        var words = new List<string>();
        var reader = new CodeReader(code, 0, code.Length);
        while (reader.MoveNext())
            words.Add(code.Substring(reader.Start, reader.Length));
        return (words, reader.IsGivenUp);
    }
}
