using System;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Rules;

/// <summary>Code with names that are not typed yet: the analysis ends, and says nothing of it.</summary>
public class HalfTypedCodeTests
{
    [Theory]
    [InlineData("[DllImport(\"c\")] static extern void (int fd);")]
    [InlineData("void M() { lock (this) { _pool.Return(); } _pool.Return(")]
    [InlineData("void M() { _pool.Return(_pool.); }")]
    [InlineData("void M() { _pool.Free(. } volatile int ;")]
    [InlineData("void () { lock (this) { _count++; } } int _count; int = 1;")]
    [InlineData("void M() { Interlocked.Increment(ref ); new Thread(() => ).Start(); bool ; }")]
    [InlineData("bool _flag void M() { new Thread(M).Start(); while (!) { } SemaphoreSlim = new ( }")]
    public async Task Ends(string member)
    {
        var compilation = CSharpCompilation.Create(
            "HalfTyped",
            [CSharpSyntaxTree.ParseText("using System.Runtime.InteropServices; using System.Threading; class C { object _pool; int _v; int N() => Interlocked.Increment(ref _v); " + member + " }")],
            OwnSources.Compilation.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var limit = new CancellationTokenSource();
        Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> analysis = Task.Run(
            () => compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync(limit.Token));

        Assert.Same(analysis, await Task.WhenAny(analysis, Task.Delay(TimeSpan.FromSeconds(20), limit.Token)));
        limit.Cancel();
        Assert.Empty(await analysis);
    }
}
