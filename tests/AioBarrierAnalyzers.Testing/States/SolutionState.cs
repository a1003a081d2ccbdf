using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A primary project, further projects and the diagnostics expected in all of them.</summary>
public class SolutionState(string name, string language, string defaultPrefix, string defaultExtension)
    : ProjectState(name, language, defaultPrefix, defaultExtension)
{
    public ProjectCollection AdditionalProjects { get; } = new(language, defaultExtension);

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>
    /// Null means: nothing for an input, <see cref="StateInheritanceMode.AutoInherit"/> for a fixed state that changes a file, else everything.
    /// </summary>
    public StateInheritanceMode? InheritanceMode { get; set; }

    /// <summary>
    /// Null means: <see cref="MarkupMode.Allow"/> for an input, <see cref="MarkupMode.IgnoreFixable"/> for a fixed state that changes a file.
    /// </summary>
    public MarkupMode? MarkupHandling { get; set; }

    /// <summary>Whether a test says anything at all about this state.</summary>
    internal bool IsSpecified => InheritanceMode is not null || MarkupHandling is not null || AllFiles.Any(files => files.Count > 0);

    /// <summary>This state with every part it leaves open filled in from the state before it.</summary>
    internal SolutionState InheritFrom(SolutionState? before, ImmutableArray<string> fixableIds)
    {
        var willInherit = before is not null && InheritanceMode != StateInheritanceMode.Explicit;
        var changesFiles = before is not null
            && AllFiles.Zip(before.AllFiles).Any(pair => (!willInherit || pair.First.Count > 0) && !FileContent.AreEqual(pair.First, pair.Second));
        var mode = before is null ? StateInheritanceMode.Explicit
            : InheritanceMode ?? (changesFiles ? StateInheritanceMode.AutoInherit : StateInheritanceMode.AutoInheritAll);
        var result = new SolutionState(Name, Language, DefaultPrefix, DefaultExtension)
        {
            InheritanceMode = StateInheritanceMode.Explicit,
            MarkupHandling = MarkupHandling ?? (changesFiles ? MarkupMode.IgnoreFixable : before?.MarkupHandling ?? MarkupMode.Allow),
        };
        result.TakeSettings(this);
        if (mode == StateInheritanceMode.Explicit)
            before = null;
        else
            result.TakeSettings(before!);

        // A part counts as left open when it is empty: a fix that removes every additional file has to say so with Explicit.
        Fill(result.Sources, Sources, before?.Sources);
        Fill(result.AdditionalFiles, AdditionalFiles, before?.AdditionalFiles);
        Fill(result.AnalyzerConfigFiles, AnalyzerConfigFiles, before?.AnalyzerConfigFiles);
        Fill(result.AdditionalProjectReferences, AdditionalProjectReferences, before?.AdditionalProjectReferences);
        Fill(result.AdditionalReferences, AdditionalReferences, before?.AdditionalReferences);
        foreach (var (projectName, project) in AdditionalProjects.Count > 0 ? AdditionalProjects : before?.AdditionalProjects ?? AdditionalProjects)
            result.AdditionalProjects.Add(projectName, project);

        var stay = before?.ExpectedDiagnostics.Where(expected => mode == StateInheritanceMode.AutoInheritAll || !fixableIds.Contains(expected.Id));
        Fill(result.ExpectedDiagnostics, ExpectedDiagnostics, stay);
        return result;
    }

    internal void TakeSettings(ProjectState source)
    {
        ReferenceAssemblies ??= source.ReferenceAssemblies;
        OutputKind ??= source.OutputKind;
        DocumentationMode ??= source.DocumentationMode;
    }

    private static void Fill<T>(List<T> result, List<T> own, IEnumerable<T>? inherited)
        => result.AddRange(own.Count > 0 ? own : inherited ?? []);
}
