using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

public class KnownMembersTests
{
    private static IMethodSymbol Method(Compilation compilation, string type, string name) =>
        compilation.GetTypesByMetadataName(type).Single(t => t.Locations[0].IsInSource).GetMembers(name).OfType<IMethodSymbol>().First();

    /// <summary>A polyfill in the source stands for what it replaces: as if it were the library's.</summary>
    [Fact]
    public void APolyfillCounts()
    {
        var compilation = Snippet.Compile(
            "namespace System.Threading { internal static class Volatile { internal static void ReadBarrier() { } internal static void Other() { } } }",
            ReferenceAssemblies.NetStandard.NetStandard20);
        var known = new KnownMembers();

        Assert.True(known.TryGetEffect(Method(compilation, "System.Threading.Volatile", "ReadBarrier"), out var effect));
        Assert.Equal("Fence ReadBarrier", EffectText.Of(effect));
        Assert.False(known.TryGetEffect(Method(compilation, "System.Threading.Volatile", "Other"), out _));
    }

    [Fact]
    public void ATypeOfTheSameNameElsewhereDoesNotCount()
    {
        var compilation = Snippet.Compile(
            """
            static class Interlocked { public static void MemoryBarrier() { } }
            namespace My.System.Threading { static class Interlocked { public static void MemoryBarrier() { } } }
            namespace System { class Outer { public static class Math { public static int Abs(int i) => i; } } }
            """,
            ReferenceAssemblies.Net.Net80);
        var known = new KnownMembers();

        Assert.False(known.TryGetEffect(Method(compilation, "Interlocked", "MemoryBarrier"), out _));
        Assert.False(known.TryGetEffect(Method(compilation, "My.System.Threading.Interlocked", "MemoryBarrier"), out _));
        Assert.False(known.TryGetEffect(Method(compilation, "System.Outer+Math", "Abs"), out _));
    }

    /// <summary>No references, broken references and names that lead nowhere: never an exception, never an effect.</summary>
    [Fact]
    public void AnEmptyCompilationHasNothing()
    {
        var compilation = Snippet.Compile(
            "class C { [System.ThreadStatic] static int f; void Call() { Missing.Call(f); } ~C() { } }", references: null);
        var known = new KnownMembers();
        var type = compilation.GetTypeByMetadataName("C")!;

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            Assert.False(known.TryGetEffect(method, out _));
            Assert.False(known.IsExecuteOfWorkItem(method));
        }

        Assert.False(known.IsThreadStatic(type.GetMembers("f").OfType<IFieldSymbol>().Single()));
    }

    [Fact]
    public void ThreadStaticIsAnAttributeOfStaticFields()
    {
        var compilation = Snippet.Compile(
            "class G<T> { [System.ThreadStatic] static int yes; static int no; [System.ThreadStatic] int instance; }", ReferenceAssemblies.Net.Net80);
        var known = new KnownMembers();
        var type = compilation.GetTypeByMetadataName("G`1")!;
        bool Is(INamedTypeSymbol of, string name) => known.IsThreadStatic(of.GetMembers(name).OfType<IFieldSymbol>().Single());

        Assert.True(Is(type, "yes"));
        Assert.True(Is(type.Construct(compilation.GetSpecialType(SpecialType.System_Int32)), "yes"));
        Assert.False(Is(type, "no"));
        Assert.False(Is(type, "instance"));
    }

    [Theory]
    [InlineData("class C : IThreadPoolWorkItem { public void Execute() { } }", "Execute", true)]
    [InlineData("class C : IThreadPoolWorkItem { void IThreadPoolWorkItem.Execute() { } }", "System.Threading.IThreadPoolWorkItem.Execute", true)]
    [InlineData("class B : IThreadPoolWorkItem { public virtual void Execute() { } } class C : B { public override void Execute() { } }", "Execute", true)]
    [InlineData("class C { public void Execute() { } }", "Execute", false)]
    [InlineData("class C : IThreadPoolWorkItem { public void Execute(int i) { } void IThreadPoolWorkItem.Execute() { } }", "Execute", false)]
    public void ExecuteOfAWorkItemIsTheInterfaces(string source, string method, bool expected)
    {
        var compilation = Snippet.Compile("using System.Threading; " + source, ReferenceAssemblies.Net.Net80);

        Assert.Equal(expected, new KnownMembers().IsExecuteOfWorkItem(Method(compilation, "C", method)));
    }

    [Fact]
    public void ManyThreadsMayAsk()
    {
        var compilation = Snippet.Compile("", ReferenceAssemblies.Net.Net100);
        var known = new KnownMembers();
        var methods = MemberTable.Rows
            .SelectMany(r => compilation.GetTypesByMetadataName(r.Namespace + "." + r.Name))
            .SelectMany(t => t.GetMembers())
            .OfType<IMethodSymbol>()
            .ToList();
        var expected = methods.Select(m => new KnownMembers().TryGetEffect(m, out var effect) ? EffectText.Of(effect) : "").ToList();

        Parallel.For(0, 4, _ =>
        {
            for (var i = 0; i < methods.Count; i++)
            {
                var actual = known.TryGetEffect(methods[i], out var effect) ? EffectText.Of(effect) : "";
                if (actual != expected[i]) throw new Xunit.Sdk.XunitException(methods[i].ToDisplayString());
            }
        });
    }
}
