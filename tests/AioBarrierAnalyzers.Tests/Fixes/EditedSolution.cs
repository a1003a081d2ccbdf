using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>A solution of one project made from marked sources, and what must stay true of it after an edit.</summary>
internal sealed class EditedSolution
{
    private readonly ImmutableArray<DocumentId> _ids;
    private readonly ImmutableArray<string> _warnings;

    private EditedSolution(ImmutableArray<DocumentId> ids, IReadOnlyList<MarkedFinding> findings, ImmutableArray<string> warnings)
    {
        _ids = ids;
        _warnings = warnings;
        Findings = findings;
    }

    public IReadOnlyList<MarkedFinding> Findings { get; }

    public static async Task<EditedSolution> CreateAsync(
        string[] sources, EditKind edit, ReferenceAssemblies references, ReferenceAssemblies? linked, bool isProgram)
    {
        var project = await AddProjectAsync(new AdhocWorkspace().CurrentSolution, "Edited", references, isProgram);
        var texts = new List<string>();
        var ids = ImmutableArray.CreateBuilder<DocumentId>();
        var marks = new List<(DocumentId Id, ImmutableDictionary<string, ImmutableArray<TextSpan>> Spans)>();
        foreach (var source in sources)
        {
            TestFileMarkupParser.GetSpans(source, out var text, out var spans);
            var document = project.AddDocument($"File{ids.Count}.cs", text, filePath: $"/0/File{ids.Count}.cs");
            project = document.Project;
            ids.Add(document.Id);
            marks.Add((document.Id, spans));
            texts.Add(text);
        }

        if (linked is not null)
        {
            var other = await AddProjectAsync(project.Solution, "Linked", linked, isProgram);
            for (var i = 0; i < texts.Count; i++)
                other = other.AddDocument($"File{i}.cs", texts[i], filePath: $"/0/File{i}.cs").Project;
            project = other.Solution.GetProject(project.Id)!;
        }

        var findings = new List<MarkedFinding>();
        foreach (var (id, spans) in marks)
        {
            var document = project.Solution.GetDocument(id)!;
            var tree = (await document.GetSyntaxTreeAsync())!;
            foreach (var name in spans.Keys.Where(name => name.StartsWith("primary")).Order())
                findings.Add(new MarkedFinding(document, Finding(tree, edit, spans, name)));
        }

        Assert.NotEmpty(findings);
        return new EditedSolution(ids.ToImmutable(), findings, await WarningsAsync(project.Solution));
    }

    public async Task<IReadOnlyList<string>> TextsAsync(Solution changed)
    {
        var texts = new List<string>();
        foreach (var id in _ids)
            texts.Add((await changed.GetDocument(id)!.GetTextAsync()).ToString());
        return texts;
    }

    /// <summary>It compiles without a new warning, and every tree is the one that its text means.</summary>
    public async Task AssertSoundAsync(Solution changed)
    {
        // A workspace writes a changed file once, for all projects that it is linked into.
        foreach (var id in _ids)
        {
            foreach (var linked in changed.GetDocument(id)!.GetLinkedDocumentIds())
                changed = changed.WithDocumentText(linked, await changed.GetDocument(id)!.GetTextAsync());
        }

        var added = (await WarningsAsync(changed)).ToList();
        foreach (var warning in _warnings)
            added.Remove(warning);
        Assert.Empty(added);
        foreach (var id in _ids)
        {
            var root = (await changed.GetDocument(id)!.GetSyntaxRootAsync())!;
            var parsed = SyntaxFactory.ParseSyntaxTree(root.ToFullString(), root.SyntaxTree.Options).GetRoot();
            Assert.Equal(Shape(parsed), Shape(root));
        }
    }

    private static async Task<Project> AddProjectAsync(Solution solution, string name, ReferenceAssemblies references, bool isProgram) =>
        solution.AddProject(name, name, LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose))
            .AddMetadataReferences(await references.ResolveAsync(LanguageNames.CSharp, CancellationToken.None));

    private static Diagnostic Finding(SyntaxTree tree, EditKind edit, ImmutableDictionary<string, ImmutableArray<TextSpan>> spans, string name)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FindingProperties.Edit, edit.ToString());
        var additional = ImmutableArray<Location>.Empty;
        if (spans.TryGetValue(name.Replace("primary", "anchor"), out var anchors) || spans.TryGetValue("anchor", out anchors))
        {
            properties = properties.Add(FindingProperties.Anchor, "true");
            additional = [Location.Create(tree, anchors.Single())];
        }

        if (spans.TryGetValue("first", out var first) && spans.TryGetValue("last", out var last))
        {
            properties = properties.Add(FindingProperties.Step, "true");
            additional = [.. additional, Location.Create(tree, first.Single()), Location.Create(tree, last.Single())];
        }

        return Diagnostic.Create(RuleOf(edit), Location.Create(tree, spans[name].Single()), additional, properties, "here", "there", "what");
    }

    private static DiagnosticDescriptor RuleOf(EditKind edit) => edit switch
    {
        EditKind.FullFence => Descriptors.Descriptors.AIO1001_MissingFullFence,
        EditKind.VolatileWrite => Descriptors.Descriptors.AIO1002_PublishWithoutRelease,
        EditKind.MoveStore => Descriptors.Descriptors.AIO1003_PublishBeforePayload,
        EditKind.VolatileRead => Descriptors.Descriptors.AIO1004_ConsumeWithoutAcquire,
        EditKind.MoveRead => Descriptors.Descriptors.AIO1005_PayloadReadBeforeGuard,
        EditKind.Claim => Descriptors.Descriptors.AIO2001_CheckThenSet,
        EditKind.Clear => Descriptors.Descriptors.AIO2002_TestThenClear,
        _ => Descriptors.Descriptors.AIO1008_SequenceLockWithoutFence,
    };

    /// <summary>The ids of all warnings; an error fails the test.</summary>
    private static async Task<ImmutableArray<string>> WarningsAsync(Solution solution)
    {
        var warnings = new List<string>();
        foreach (var project in solution.Projects)
        {
            var diagnostics = (await project.GetCompilationAsync())!.GetDiagnostics();
            Assert.Empty(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            warnings.AddRange(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id));
        }

        return [.. warnings.Order()];
    }

    private static IEnumerable<string> Shape(SyntaxNode root) =>
        root.DescendantNodesAndTokens().Select(item => $"{item.Kind()} {(item.IsToken ? item.ToString() : string.Empty)}");
}
