using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Tests.Meta;
using AioBarrierAnalyzers.Tests.Options;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Accesses;

public class WalkSizesTests
{
    private const string Source = """
        class Job
        {
            private int _a;
            private readonly int _fixed = 1;

            public void Fields() => _a = _a + _fixed;

            public void Branch() { if (_a > 0) _a = 1; }

            public void Twice() { Branch(); Branch(); }

            public void Recursive() { if (_a > 0) Recursive(); }

            public virtual void Open() { if (_a > 0) _a = 1; }

            public void CallsOpen() { _a = 2; Open(); }

            public int Shown { get { return _a > 0 ? 1 : 0; } set { _a = value; } }

            public int Shows() => Shown;

            public void Deep1() => Deep2();
            public void Deep2() => Deep3();
            public void Deep3() => Deep4();
            public void Deep4() => Deep5();
            public void Deep5() { _a = 1; Deep6(); }
            public void Deep6() => _a = 2;
        }
        """;

    [Theory]
    [InlineData("Fields", 2)] // one store and one load; what is readonly is no node
    [InlineData("Branch", 5)] // three for the branch, one load, one store
    [InlineData("Twice", 10)] // the helper at each of two places
    [InlineData("Recursive", 4)] // what runs already is not walked again
    [InlineData("CallsOpen", 1)] // nobody knows which code a virtual call runs
    [InlineData("Shows", 4)] // the getter alone: three for its branch, one load
    [InlineData("Deep1", 1)] // the sixth lies deeper than calls are followed
    [InlineData("Deep2", 2)]
    public void The_size_of_a_walk_is_told_beforehand(string method, int size) => Assert.Equal(size, SizeOf(Source, method));

    [Fact]
    public void It_is_not_counted_on_past_the_cap()
    {
        string calls = string.Join("\n", Enumerable.Range(1, 3).Select(i =>
            $"void M{i}() {{ {string.Concat(Enumerable.Repeat($"M{i - 1}(); ", 30))} }}"));

        Assert.Equal(MemberWalk.MaxNodes + 1, SizeOf($"class C {{ int _a; void M0() {{ _a = 1; }} {calls} }}", "M3"));
    }

    [Fact]
    public void What_is_not_worth_following_counts_for_nothing() => Assert.Equal(0, SizeOf(Source, "Twice", isWorthFollowing: false));

    private static int SizeOf(string source, string method, bool isWorthFollowing = true)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source);
        CSharpCompilation compilation = CSharpCompilation.Create("Sizes", new[] { tree }, OwnSources.Compilation.References);
        IMethodSymbol declared = compilation.GetSymbolsWithName(method, SymbolFilter.Member).OfType<IMethodSymbol>().Single();
        var context = new WalkContext(
            new KnownMembers(), new BodyProvider(compilation), BarrierOptions.Read(new DictionaryOptions()), declared.ContainingType, _ => isWorthFollowing);
        return context.Sizes.Of(declared, context.Bodies.Get(declared, CancellationToken.None)!, CancellationToken.None);
    }
}
