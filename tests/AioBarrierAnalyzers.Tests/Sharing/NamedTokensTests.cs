using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public sealed class NamedTokensTests
{
    /// <summary>Words in comments and strings, parts of longer ones and keywords are no identifiers; one with the sign before it is.</summary>
    [Fact]
    public void UsedIn_GivesIdentifiers()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class C { int used; /* comment */ string s = \"text\"; int longer, @class; bool M() => used > 0; }");
        string[] names = ["used", "comment", "text", "long", "class", "bool", "absent", ""];

        Assert.Equal(["class", "used"], NamedTokens.UsedIn(tree, names, CancellationToken.None).OrderBy(static n => n, System.StringComparer.Ordinal));
    }
}
