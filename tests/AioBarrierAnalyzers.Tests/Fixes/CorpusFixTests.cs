using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.CodeFixes.Fixes;
using AioBarrierAnalyzers.Tests.Meta;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>Every repair of every finding in the corpus compiles, and the finding is gone.</summary>
public class CorpusFixTests
{
    private static readonly ImmutableHashSet<string> Fixable = [.. new BarrierCodeFixProvider().FixableDiagnosticIds];

    public static IEnumerable<object[]> Cases => RepositoryFiles.Find("tests/Corpus", "Before.cs").Select(path => new object[] { path });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Repair_CompilesAndRepairs(string path)
    {
        var document = await DocumentAsync(path);
        var before = await FindingsAsync(document.Project);
        var warnings = await CompilerAsync(document.Project);
        foreach (var finding in before)
        {
            var actions = new List<CodeAction>();
            await new BarrierCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (var action in actions)
            {
                var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
                var changed = operation.ChangedSolution.GetProject(document.Project.Id)!;
                Assert.Empty((await CompilerAsync(changed)).Except(warnings));

                // Other findings may come forward that the repaired one hid, and others may go with it.
                var after = await FindingsAsync(changed);
                Assert.True(Count(after, finding) < Count(before, finding), 
                    $"'{action.Title}' leaves {finding}\nNow found:\n{string.Join("\n", after)}\n{await changed.Documents.First().GetTextAsync()}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task FixAll_OfEachKey_Compiles(string path)
    {
        var document = await DocumentAsync(path);
        var warnings = await CompilerAsync(document.Project);
        foreach (var findings in (await FindingsAsync(document.Project)).GroupBy(finding => finding.Id))
        {
            var marked = findings.Select(finding => new MarkedFinding(document, finding)).ToList();
            foreach (var key in FixCatalog.All.Select(fix => fix.EquivalenceKey).Distinct())
            {
                var context = new FixAllContext(
                    document, new BarrierCodeFixProvider(), FixAllScope.Solution, key, [findings.Key], new MarkedDiagnostics(marked), CancellationToken.None);
                if (await new BarrierCodeFixProvider().GetFixAllProvider().GetFixAsync(context) is not { } action)
                    continue;

                var changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().ToList();
                if (changes.Count > 0)
                    Assert.Empty((await CompilerAsync(changes[0].ChangedSolution.GetProject(document.Project.Id)!)).Except(warnings));
            }
        }
    }

    private static int Count(IEnumerable<Diagnostic> findings, Diagnostic like) =>
        findings.Count(finding => finding.Id == like.Id && Text(finding) == Text(like));

    private static string Text(Diagnostic finding) => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan);

    private static async Task<Document> DocumentAsync(string path)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Case", "Case", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
            .AddMetadataReferences(await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        return project.AddDocument("Before.cs", RepositoryFiles.Read(path), filePath: "/0/Before.cs");
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project)
    {
        var found = await (await project.GetCompilationAsync())!.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(finding => Fixable.Contains(finding.Id)).OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    private static async Task<IReadOnlyList<string>> CompilerAsync(Project project) =>
        [.. (await project.GetCompilationAsync())!.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id).Distinct()];
}
