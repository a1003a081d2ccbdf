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

/// <summary>What AIO3001 says of the lock: a count convinces where most hold it, and not where two places hold two locks.</summary>
public class LockMessageTests
{
    [Fact]
    public async Task Two_locks_are_told_as_two_locks() => Assert.Equal(
        "'_names' is changed under another lock than '_first', so that the two do not keep each other out: Add (line 8) can change it at the same time",
        await MessageAsync("""
            using System.Collections.Generic;
            public sealed class Guests
            {
                private readonly object _first = new object(), _second = new object();
                private readonly List<string> _names = new List<string>();
                public void Add(string name)
                {
                    lock (_first) { _names.Add(name); }
                }
                public void Remove(string name)
                {
                    lock (_second) { _names.Remove(name); }
                }
            }
            """));

    [Fact]
    public async Task One_lock_is_told_by_its_count() => Assert.Equal(
        "'_names' is changed without '_gate', which 3 of 4 accesses hold: Add (line 6) can change it at the same time",
        await MessageAsync("""
            using System.Collections.Generic;
            public sealed class Guests
            {
                private readonly object _gate = new object();
                private readonly List<string> _names = new List<string>();
                public void Add(string name) { lock (_gate) { _names.Add(name); } }
                public void Remove(string name) { lock (_gate) { _names.Remove(name); } }
                public bool Has(string name) { lock (_gate) { return _names.Contains(name); } }
                public void Clear() => _names.Clear();
            }
            """));

    private static async Task<string> MessageAsync(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Case",
            [CSharpSyntaxTree.ParseText(code)],
            await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return Assert.Single((await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Where(static d => d.Id == "AIO3001"))
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }
}
