using System.Collections.Generic;
using System.Collections.Immutable;
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

/// <summary>A type in several files is judged as one, and each file has the findings that lie in it, whichever of them the host asks for.</summary>
public class PartFilesTests
{
    private const string Fields = """
        public sealed partial class Mailbox
        {
            private int _letter;
            private volatile bool _isFull;
        }
        """;

    // Not a word of threads in it.
    private const string Sender = """
        public sealed partial class Mailbox
        {
            public void Put(int letter)
            {
                _isFull = true;
                _letter = letter;
            }
        }
        """;

    private const string Receiver = """
        public sealed partial class Mailbox
        {
            public int Take() => _isFull ? _letter : 0;
        }
        """;

    [Fact]
    public async Task Each_finding_comes_once() =>
        Assert.Equal(["AIO1003 Sender.cs"], Names(await (await CompileAsync()).GetAnalyzerDiagnosticsAsync(CancellationToken.None)));

    [Theory]
    [InlineData("Fields.cs", new string[0])]
    [InlineData("Sender.cs", new[] { "AIO1003 Sender.cs" })]
    [InlineData("Receiver.cs", new string[0])]
    public async Task A_file_has_its_own_findings(string file, string[] expected)
    {
        CompilationWithAnalyzers compilation = await CompileAsync();
        SyntaxTree tree = compilation.Compilation.SyntaxTrees.Single(t => t.FilePath == file);
        SemanticModel model = compilation.Compilation.GetSemanticModel(tree);
        Assert.Equal(expected, Names(await compilation.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None)));
    }

    private static IEnumerable<string> Names(ImmutableArray<Diagnostic> findings) =>
        findings.Select(static d => d.Id + " " + d.Location.SourceTree?.FilePath);

    private static async Task<CompilationWithAnalyzers> CompileAsync()
    {
        var compilation = CSharpCompilation.Create(
            "Case",
            [
                CSharpSyntaxTree.ParseText(Fields, path: "Fields.cs"),
                CSharpSyntaxTree.ParseText(Sender, path: "Sender.cs"),
                CSharpSyntaxTree.ParseText(Receiver, path: "Receiver.cs"),
            ],
            await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        return compilation.WithAnalyzers([new BarrierAnalyzer()]);
    }
}
