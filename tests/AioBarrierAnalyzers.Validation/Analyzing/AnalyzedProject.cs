using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.Validation.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Analyzing;

/// <summary>A project as an editor has it: what the analyzer finds in it, and what its fixes make of it.</summary>
internal sealed class AnalyzedProject
{
    private static readonly Lazy<AnalyzedProject> s_reference = new(static () => Of(Subsystem.Sources));

    private readonly Project _project;
    private readonly Lazy<Task<IReadOnlyList<Diagnostic>>> _findings;

    private AnalyzedProject(Project project)
    {
        _project = project;
        _findings = new Lazy<Task<IReadOnlyList<Diagnostic>>>(FindAsync);
    }

    public static AnalyzedProject Reference => s_reference.Value;

    public static AnalyzedProject Of(string file, string text) => Of(new Dictionary<string, string> { [file] = text });

    /// <summary>By file and place.</summary>
    public Task<IReadOnlyList<Diagnostic>> FindingsAsync() => _findings.Value;

    /// <summary>With one file changed.</summary>
    public AnalyzedProject With(string file, string text)
    {
        var document = _project.Documents.Single(d => d.Name == file);
        return new AnalyzedProject(document.WithText(SourceText.From(text)).Project);
    }

    /// <summary>All sources, by file name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SourcesAsync()
    {
        var sources = new Dictionary<string, string>();
        foreach (var document in _project.Documents)
        {
            sources.Add(document.Name, (await document.GetTextAsync()).ToString());
        }

        return sources;
    }

    /// <summary>What each fix of a finding makes of it; only what compiles.</summary>
    public async Task<IReadOnlyList<(string Title, AnalyzedProject Fixed)>> FixesOfAsync(Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var provider = new BarrierCodeFixProvider();
        if (!provider.FixableDiagnosticIds.Contains(finding.Id)) return [];

        var context = new CodeFixContext(_project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => actions.Add(action), CancellationToken.None);
        await provider.RegisterCodeFixesAsync(context);
        var results = new List<(string, AnalyzedProject)>();
        foreach (var action in actions)
        {
            var changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
            var changed = changes.ChangedSolution.GetProject(_project.Id)!;
            if (!(await changed.GetCompilationAsync())!.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
            {
                results.Add((action.Title, new AnalyzedProject(changed)));
            }
        }

        return results;
    }

    private static AnalyzedProject Of(IReadOnlyDictionary<string, string> sources)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Analyzed", "Analyzed", LanguageNames.CSharp)
            .WithParseOptions(ReferenceCompilation.ParseOptions)
            .WithCompilationOptions(ReferenceCompilation.Options)
            .AddMetadataReferences(ReferenceCompilation.References);
        foreach (var (file, text) in sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            project = project.AddDocument(file, text, filePath: file).Project;
        }

        return new AnalyzedProject(project);
    }

    private async Task<IReadOnlyList<Diagnostic>> FindAsync()
    {
        var found = await (await _project.GetCompilationAsync())!.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return
        [
            .. found.OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }
}
