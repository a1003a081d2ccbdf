using System;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class MentionsTests
{
    /// <summary>More names than are looked for in all texts before the words of each are kept.</summary>
    private const int Types = 30;

    private const int CalledByAnother = 7;
    private const int CalledByVerbatimName = 25;
    private const int CalledByAnotherLate = 28;

    private readonly CSharpCompilation _project = CSharpCompilation.Create("Project", Enumerable.Range(0, Types)
        .Select(static i => $"class C{i} {{ public C{i}() => Init{i}(); internal void Init{i}() {{ }} }}")
        .Append($"class D {{ void M(C{CalledByAnother} a, C{CalledByAnotherLate} b) {{ a.Init{CalledByAnother}(); b.Init{CalledByAnotherLate}(); }} }}")
        .Append($"class E {{ /* Init3(); */ string s = \"Init4\"; void M(C{CalledByVerbatimName} a) => a.@Init{CalledByVerbatimName}(); }}")
        .Select(static (code, i) => CSharpSyntaxTree.ParseText(code, path: i + ".cs")));

    [Fact]
    public void A_method_that_only_constructors_call_is_of_the_construction_however_many_were_asked_about()
    {
        var mentions = new Mentions(_project.SyntaxTrees);

        int[] others = [.. Enumerable.Range(0, Types).Where(i => !mentions.AreInConstructors(InitOf(i), CancellationToken.None))];

        Assert.Equal([CalledByAnother, CalledByVerbatimName, CalledByAnotherLate], others);
    }

    [Fact]
    public void Whoever_asks_behind_one_who_was_cancelled_hears_it_all()
    {
        var mentions = new Mentions(_project.SyntaxTrees);

        Assert.ThrowsAny<OperationCanceledException>(() => mentions.AreInConstructors(InitOf(CalledByAnother), new CancellationToken(canceled: true)));
        Assert.False(mentions.AreInConstructors(InitOf(CalledByAnother), CancellationToken.None));
        Assert.True(mentions.AreInConstructors(InitOf(0), CancellationToken.None));
    }

    private IMethodSymbol InitOf(int type) => _project.GetTypeByMetadataName("C" + type)!.GetMembers("Init" + type).OfType<IMethodSymbol>().Single();
}
