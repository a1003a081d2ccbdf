using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The broken sample shows the findings that the README promises.</summary>
public sealed class BrokenAioTests
{
    [Fact]
    public async Task Each_file_has_findings()
    {
        var found = (await FindingsAsync()).Select(static finding => finding.Location.SourceTree!.FilePath).ToHashSet();

        Assert.Equal(Files.Order(), found.Order());
    }

    [Fact]
    public async Task Migration_has_its_four_bugs()
    {
        var found = (await FindingsAsync()).Where(static finding => finding.Location.SourceTree!.FilePath.EndsWith("RingMigration2014.cs"));

        Assert.Equal(["AIO3004", "AIO3005", "AIO3007", "AIO3006"],
            found.OrderBy(static finding => finding.Location.SourceSpan.Start).Select(static finding => finding.Id));
    }

    private static IEnumerable<string> Files =>
        RepositoryFiles.Find("samples/BrokenAio", "*.cs").Where(static path => !path.Contains("/obj/") && !path.Contains("/bin/"));

    private static async Task<IEnumerable<Diagnostic>> FindingsAsync()
    {
        var compilation = CSharpCompilation.Create(
            "BrokenAio",
            Files.Select(static path => CSharpSyntaxTree.ParseText(RepositoryFiles.Read(path), path: path)),
            await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        return await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
