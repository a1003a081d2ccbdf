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
    private static readonly ReferenceAssemblies Framework472 = ReferenceAssemblies.NetFramework.Net472.Default;

    private static ReferenceAssemblies? Named(string framework) => framework switch
    {
        "net10.0" => ReferenceAssemblies.Net.Net100,
        "net8.0" => ReferenceAssemblies.Net.Net80,
        "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
        "net472" => Framework472,
        _ => null,
    };

    private static IMethodSymbol Method(Compilation compilation, string type, string name) =>
        compilation.GetTypesByMetadataName(type).Single(t => t.Locations[0].IsInSource).GetMembers(name).OfType<IMethodSymbol>().First();

    /// <summary>memory-model.md section 6.</summary>
    [Theory]
    [InlineData("net10.0", true, true, true, true, true)]
    [InlineData("net8.0", false, false, true, true, true)]
    [InlineData("netstandard2.0", false, false, false, true, true)]
    [InlineData("net472", false, false, false, true, true)]
    [InlineData("none", false, false, false, false, false)]
    public void AvailabilityIsThatOfTheFramework(string framework, bool barriers, bool genericExchange, bool andOr, bool memoryBarrier, bool isVolatile)
    {
        var known = new KnownMembers(Snippet.Compile("", Named(framework)));

        Assert.Equal(barriers, known.HasReadBarrier);
        Assert.Equal(barriers, known.HasWriteBarrier);
        Assert.Equal(genericExchange, known.HasGenericExchange);
        Assert.Equal(andOr, known.HasInterlockedAndOr);
        Assert.Equal(memoryBarrier, known.HasInterlockedMemoryBarrier);
        Assert.Equal(isVolatile, known.HasVolatile);
        Assert.Equal(framework != "none", known.Has("System.Threading", "Thread", "MemoryBarrier"));
    }

    [Theory]
    [InlineData("bool", "net10.0", true)]
    [InlineData("bool", "net8.0", false)]
    [InlineData("System.DayOfWeek", "net10.0", true)]
    [InlineData("System.DayOfWeek", "net8.0", false)]
    [InlineData("uint", "net8.0", true)]
    [InlineData("uint", "netstandard2.0", false)]
    [InlineData("int", "net472", true)]
    [InlineData("long", "net472", true)]
    [InlineData("string", "net472", true)]
    [InlineData("System.Guid", "net10.0", false)]
    [InlineData("int", "none", false)]
    public void ExchangeTakesTheTypesOfTheFramework(string type, string framework, bool expected)
    {
        var (known, symbol) = FieldType(type, framework);

        Assert.Equal(expected, known.HasExchangeOf(symbol));
    }

    [Theory]
    [InlineData("int", "net472", true)]
    [InlineData("uint", "net8.0", true)]
    [InlineData("uint", "netstandard2.0", false)]
    [InlineData("double", "net10.0", false)]
    [InlineData("string", "net10.0", false)]
    public void IncrementTakesTheTypesOfTheFramework(string type, string framework, bool expected)
    {
        var (known, symbol) = FieldType(type, framework);

        Assert.Equal(expected, known.HasIncrementOf(symbol));
    }

    [Theory]
    [InlineData("bool", "net472", true)]
    [InlineData("long", "net472", true)]
    [InlineData("string", "net472", true)]
    [InlineData("char", "net10.0", false)]
    [InlineData("System.DayOfWeek", "net10.0", false)]
    [InlineData("decimal", "net10.0", false)]
    public void VolatileTakesTheTypesOfTheFramework(string type, string framework, bool expected)
    {
        var (known, symbol) = FieldType(type, framework);

        Assert.Equal(expected, known.HasVolatileOf(symbol));
    }

    private static (KnownMembers Known, ITypeSymbol Type) FieldType(string type, string framework)
    {
        var compilation = Snippet.Compile($"class C {{ {type} f; }}", Named(framework));
        return (new KnownMembers(compilation), compilation.GetTypeByMetadataName("C")!.GetMembers("f").OfType<IFieldSymbol>().Single().Type);
    }

    /// <summary>A polyfill in the source stands for what it replaces: for its effect and for what a code fix may use.</summary>
    [Fact]
    public void APolyfillCounts()
    {
        var compilation = Snippet.Compile(
            "namespace System.Threading { internal static class Volatile { internal static void ReadBarrier() { } internal static void Other() { } } }",
            ReferenceAssemblies.NetStandard.NetStandard20);
        var known = new KnownMembers(compilation);

        Assert.True(known.TryGetEffect(Method(compilation, "System.Threading.Volatile", "ReadBarrier"), out var effect));
        Assert.Equal("Fence ReadBarrier", EffectText.Of(effect));
        Assert.False(known.TryGetEffect(Method(compilation, "System.Threading.Volatile", "Other"), out _));
        Assert.True(known.HasReadBarrier);
        Assert.False(known.HasWriteBarrier);
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
        var known = new KnownMembers(compilation);

        Assert.False(known.TryGetEffect(Method(compilation, "Interlocked", "MemoryBarrier"), out _));
        Assert.False(known.TryGetEffect(Method(compilation, "My.System.Threading.Interlocked", "MemoryBarrier"), out _));
        Assert.False(known.TryGetEffect(Method(compilation, "System.Outer+Math", "Abs"), out _));
    }

    /// <summary>No references, broken references and names that lead nowhere: never an exception, never an effect.</summary>
    [Fact]
    public void AnEmptyCompilationHasNothing()
    {
        var compilation = Snippet.Compile(
            "class C { [System.ThreadStatic] static int f; void Dispose() { Missing.Call(f); } void Dispose(bool b) { } ~C() { } }", references: null);
        var known = new KnownMembers(compilation);
        var type = compilation.GetTypeByMetadataName("C")!;

        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            Assert.False(known.TryGetEffect(method, out _));
            Assert.False(known.IsExecuteOfWorkItem(method));
            known.IsDisposeOrFinalizer(method);
        }

        Assert.False(known.IsThreadStatic(type.GetMembers("f").OfType<IFieldSymbol>().Single()));
        Assert.False(known.Has("System.Threading", "Volatile", "Read"));
    }

    [Fact]
    public void ThreadStaticIsAnAttributeOfStaticFields()
    {
        var compilation = Snippet.Compile(
            "class G<T> { [System.ThreadStatic] static int yes; static int no; [System.ThreadStatic] int instance; }", ReferenceAssemblies.Net.Net80);
        var known = new KnownMembers(compilation);
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

        Assert.Equal(expected, new KnownMembers(compilation).IsExecuteOfWorkItem(Method(compilation, "C", method)));
    }

    [Theory]
    [InlineData("class C : System.IDisposable { public void Dispose() { } }", "Dispose", true)]
    [InlineData("class C : System.IDisposable { void System.IDisposable.Dispose() { } }", "System.IDisposable.Dispose", true)]
    [InlineData(
        "abstract class B : System.IDisposable { public abstract void Dispose(); } class C : B { public override void Dispose() { } }", "Dispose", true)]
    [InlineData("class C : System.IO.Stream { protected override void Dispose(bool disposing) { } }", "Dispose", true)]
    [InlineData("class C : System.IAsyncDisposable { public System.Threading.Tasks.ValueTask DisposeAsync() => default; }", "DisposeAsync", true)]
    [InlineData("class C { protected System.Threading.Tasks.ValueTask DisposeAsyncCore() => default; }", "DisposeAsyncCore", true)]
    [InlineData("class C { ~C() { } }", "Finalize", true)]
    [InlineData("ref struct C { public void Dispose() { } }", "Dispose", true)]
    [InlineData("class C { public void Dispose() { } }", "Dispose", false)]
    [InlineData("class C { public static void Dispose(bool b) { } }", "Dispose", false)]
    [InlineData("class C { public void Dispose(int i) { } }", "Dispose", false)]
    [InlineData("class C : System.IDisposable { public void Dispose() { } public void Close() { } }", "Close", false)]
    public void DisposeIsTheInterfacesOrThePatterns(string source, string method, bool expected)
    {
        var compilation = Snippet.Compile(source, ReferenceAssemblies.Net.Net80);

        Assert.Equal(expected, new KnownMembers(compilation).IsDisposeOrFinalizer(Method(compilation, "C", method)));
    }

    [Fact]
    public void ManyThreadsMayAsk()
    {
        var compilation = Snippet.Compile("", ReferenceAssemblies.Net.Net100);
        var known = new KnownMembers(compilation);
        var methods = MemberTable.Rows
            .SelectMany(r => compilation.GetTypesByMetadataName(r.Namespace + "." + r.Name))
            .SelectMany(t => t.GetMembers())
            .OfType<IMethodSymbol>()
            .ToList();
        var expected = methods.Select(m => new KnownMembers(compilation).TryGetEffect(m, out var effect) ? EffectText.Of(effect) : "").ToList();

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
