using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Analyzers;
using AioBarrierAnalyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>Code as an editor has it: what the analyzer finds, and what the fix of a finding makes of it.</summary>
internal static class AnalyzedCase
{
    /// <summary>What the first fix of the only finding makes of the code, which is then silent; null where none is offered.</summary>
    public static async Task<string?> FixedAsync(string source, string id)
    {
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Case", "Case", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));
        var document = project.AddDocument("Case.cs", source, filePath: "/0/Case.cs");
        var finding = Assert.Single(await FindingsAsync(document.Project));
        Assert.Equal(id, finding.Id);
        var actions = new List<CodeAction>();
        await new BarrierCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        if (actions.Count == 0)
            return null;

        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await actions[0].GetOperationsAsync(CancellationToken.None)));
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Empty(await FindingsAsync(changed.Project));
        return (await changed.GetTextAsync()).ToString();
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers([new BarrierAnalyzer()]).GetAnalyzerDiagnosticsAsync();
    }
}
