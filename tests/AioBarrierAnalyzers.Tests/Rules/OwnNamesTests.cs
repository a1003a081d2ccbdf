using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Rules;

/// <summary>
/// Types of the project's own that have the names of library types are not taken for them; each case beside the same code with the library's type.
/// </summary>
public class OwnNamesTests
{
    /// <summary>Two flags that cross, with something between store and check.</summary>
    private const string Crossing = """
        public sealed class Doorbell
        {
            private volatile bool _waiting;
            private volatile int _completed;
            private readonly System.Threading.AutoResetEvent _bell = new System.Threading.AutoResetEvent(false);
            public void Complete(int count) { _completed = count; Interlocked.MemoryBarrier(); if (_waiting) _bell.Set(); }
            public void WaitBeyond(int seen) { _waiting = true; Interlocked.MemoryBarrier(); if (_completed <= seen) _bell.WaitOne(); _waiting = false; }
        }
        """;

    /// <summary>A lock that is given back on one path.</summary>
    private const string Leaving = """
        public sealed class Account
        {
            private readonly object _gate = new object();
            private int _sum;
            public void Withdraw(int amount)
            {
                Monitor.Enter(_gate);
                if (_sum < amount)
                    return;
                _sum -= amount;
                Monitor.Exit(_gate);
            }
        }
        """;

    /// <summary>A lock that is given back only where the process does not end.</summary>
    private const string Ending = """
        public sealed class Journal
        {
            private readonly object _gate = new object();
            private int _bytes;
            public void Append(int bytes)
            {
                System.Threading.Monitor.Enter(_gate);
                if (bytes < 0)
                {
                    Environment.Exit(1);
                    return;
                }
                _bytes += bytes;
                System.Threading.Monitor.Exit(_gate);
            }
        }
        """;

    /// <summary>A counter that the code which is given to Parallel raises in two steps.</summary>
    private const string Counting = """
        public sealed class Tally
        {
            private volatile int _letters;
            public int Count(string[] lines) { Parallel.ForEach(lines, line => { _letters += line.Length; }); return _letters; }
        }
        """;

    /// <summary>A member that ends where the task of its lock was waited for.</summary>
    private const string Forgetting = """
        public sealed class Sender
        {
            private readonly System.Threading.SemaphoreSlim _turn = new System.Threading.SemaphoreSlim(1);
            private int _sent;
            public async System.Threading.Tasks.Task Send(CancellationToken token)
            {
                await _turn.WaitAsync();
                token.ThrowIfCancellationRequested();
                _sent++;
                _turn.Release();
            }
        }
        """;

    [Theory]
    [InlineData("AIO1001", Crossing, "public static class Interlocked { public static void MemoryBarrier() { } }", "", true)]
    [InlineData("AIO1001", Crossing, "", "using System.Threading;", false)]
    [InlineData("AIO3005", Leaving, "public static class Monitor { public static void Enter(object o) { } public static void Exit(object o) { } }", "", false)]
    [InlineData("AIO3005", Leaving, "", "using System.Threading;", true)]
    [InlineData("AIO3005", Ending, "public static class Environment { public static int Code; public static void Exit(int code) { Code = code; } }", "", true)]
    [InlineData("AIO3005", Ending, "", "using System;", false)]
    [InlineData("AIO2003", Counting, "public static class Parallel { public static void ForEach(string[] a, System.Action<string> f) => f(a[0]); }", "", false)]
    [InlineData("AIO2003", Counting, "", "using System.Threading.Tasks;", true)]
    [InlineData("AIO3005", Forgetting, "public struct CancellationToken { public void ThrowIfCancellationRequested() { } }", "", false)]
    [InlineData("AIO3005", Forgetting, "", "using System.Threading;", true)]
    public async Task Only_the_type_of_the_library_counts(string rule, string code, string own, string usings, bool isFound)
    {
        var compilation = CSharpCompilation.Create(
            "Own",
            [CSharpSyntaxTree.ParseText($"{usings}\nnamespace Mine {{ {own}\n{code} }}")],
            await ReferenceAssemblies.Net.Net80.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);

        var found = await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(isFound, found.Any(f => f.Id == rule));
    }
}
