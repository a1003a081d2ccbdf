using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.Tests.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>A source text as a project of its own, judged as a build would and fixed as an editor would.</summary>
internal sealed class ExampleCode : IDisposable
{
    private static readonly ImmutableArray<MetadataReference> Framework =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly AdhocWorkspace _workspace = new();
    private readonly AnalyzerOptions _analyzerOptions;
    private readonly DocumentId _id;
    private Solution _solution;

    public ExampleCode(string source, params (string Key, string Value)[] configuration)
    {
        _analyzerOptions = new AnalyzerOptions([], new FileOptionsProvider(new DictionaryOptions(), _ => new DictionaryOptions(configuration)));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var project = _workspace.AddProject("Example", LanguageNames.CSharp).WithCompilationOptions(options).WithMetadataReferences(Framework);
        var document = project.AddDocument("Example.cs", source);
        _id = document.Id;
        _solution = document.Project.Solution;
    }

    public Document Document => _solution.GetDocument(_id)!;

    public void Dispose() => _workspace.Dispose();

    public async Task<string> TextAsync() => (await Document.GetTextAsync()).ToString();

    /// <summary>What the analyzers find in code that compiles; first in the source first.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindAsync()
    {
        var compilation = (await Document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var found = await compilation.WithAnalyzers([new BarrierAnalyzer()], _analyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>Applies the fix that is offered first to the first finding, until there is no finding; fails where none is offered.</summary>
    public async Task FixAsync()
    {
        var findings = await FindAsync();
        for (var limit = findings.Count; findings.Count > 0; limit--)
        {
            Assert.True(limit > 0, $"Findings are left:\n{string.Join('\n', findings)}\nin\n{await TextAsync()}");
            await ApplyFirstFixAsync(findings[0]);
            findings = await FindAsync();
        }
    }

    private async Task ApplyFirstFixAsync(Diagnostic finding)
    {
        var offered = new List<CodeAction>();
        await new BarrierCodeFixProvider(
            ).RegisterCodeFixesAsync(new CodeFixContext(Document, finding, (action, _) => offered.Add(action), CancellationToken.None));
        Assert.True(offered.Count > 0, $"No fix is offered for {finding}");

        var operations = await offered[0].GetOperationsAsync(CancellationToken.None);
        _solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
