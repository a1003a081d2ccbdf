using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of analyzers: the input has exactly the expected diagnostics, and the analyzers keep the promises of <see cref="Robustness"/>.</summary>
public abstract class AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected AnalyzerTest() => TestState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);

    public abstract string Language { get; }

    /// <summary>Adds a source with a default name.</summary>
    public string? TestCode
    {
        set
        {
            if (value is not null)
                TestState.Sources.Add(value);
        }
    }

    public SolutionState TestState { get; }

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    public MarkupOptions MarkupOptions { get; set; }

    public TestBehaviors TestBehaviors { get; set; }

    /// <summary>Ids that are suppressed in the compilation options.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    public ReferenceAssemblies ReferenceAssemblies { get; set; } = ReferenceAssemblies.Default;

    /// <summary>A further check of each diagnostic against its expectation.</summary>
    public Action<Diagnostic, DiagnosticResult, IVerifier>? DiagnosticVerifier { get; set; }

    /// <summary>Changes made to the solution before it is used, in order.</summary>
    public List<Func<Solution, ProjectId, Solution>> SolutionTransforms { get; } = [];

    protected static TVerifier Verify { get; } = new();

    protected virtual string DefaultFilePathPrefix => "/0/Test";

    protected virtual string DefaultTestProjectName => "TestProject";

    protected virtual string DefaultFilePath => $"{DefaultFilePathPrefix}0.{DefaultFileExt}";

    protected abstract string DefaultFileExt { get; }

    public Task RunAsync(CancellationToken cancellationToken = default) => RunImplAsync(cancellationToken);

    protected abstract CompilationOptions CreateCompilationOptions();

    protected abstract ParseOptions CreateParseOptions();

    protected abstract IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers();

    /// <summary>
    /// The descriptor of <c>[|...|]</c>: the only one of the first analyzer, or the first of all if <see cref="MarkupOptions.UseFirstDescriptor"/> is set.
    /// </summary>
    protected internal virtual DiagnosticDescriptor? GetDefaultDiagnostic(DiagnosticAnalyzer[] analyzers)
        => MarkupOptions.HasFlag(MarkupOptions.UseFirstDescriptor)
            ? analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).FirstOrDefault()
            : analyzers is [{ SupportedDiagnostics: [var only] }, ..] ? only : null;

    protected virtual bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics) => compilerDiagnostics switch
    {
        CompilerDiagnostics.None => false,
        CompilerDiagnostics.Errors => diagnostic.Severity >= DiagnosticSeverity.Error,
        CompilerDiagnostics.Warnings => diagnostic.Severity >= DiagnosticSeverity.Warning,
        CompilerDiagnostics.Suggestions => diagnostic.Severity >= DiagnosticSeverity.Info,
        _ => true,
    };

    protected virtual async Task RunImplAsync(CancellationToken cancellationToken)
    {
        Verify.NotEmpty($"{nameof(TestState)}.{nameof(SolutionState.Sources)}", TestState.Sources);
        var state = CreateMarkupReader([]).Read(TestState.InheritFrom(null, []));
        await VerifyDiagnosticsAsync(state, Verify, isInput: true, cancellationToken);
    }

    private protected MarkupReader CreateMarkupReader(ImmutableArray<string> fixableIds)
    {
        var analyzers = GetDiagnosticAnalyzers().ToArray();
        var descriptors = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToImmutableArray();
        return new MarkupReader(MarkupOptions, GetDefaultDiagnostic(analyzers), descriptors, fixableIds, DefaultFilePath);
    }

    private protected async Task VerifyDiagnosticsAsync(SolutionState state, IVerifier verifier, bool isInput, CancellationToken cancellationToken)
    {
        verifier.LanguageIsSupported(Language);
        var analyzers = GetDiagnosticAnalyzers().ToImmutableArray();
        var matcher = new DiagnosticMatcher(analyzers, DefaultFilePath, DiagnosticVerifier);
        using var workspace = new AdhocWorkspace();
        var project = await CreateProjectAsync(workspace, state, cancellationToken);
        matcher.Verify(await GetDiagnosticsAsync(project.Solution, analyzers, cancellationToken), state.ExpectedDiagnostics, verifier);
        await VerifyExclusionsAsync(state, project, analyzers, matcher, verifier, cancellationToken);

        // A failure that the test expects would only be found once more.
        if (isInput && !analyzers.IsEmpty && state.ExpectedDiagnostics.All(expected => expected.Id != AnalyzerRunner.AnalyzerFailureId))
        {
            var compilation = (await project.GetCompilationAsync(cancellationToken))!;
            await new Robustness(analyzers, () => [.. GetDiagnosticAnalyzers()], project.AnalyzerOptions, verifier).VerifyAsync(compilation, cancellationToken);
        }
    }

    private protected Task<ImmutableArray<FoundDiagnostic>> GetDiagnosticsAsync(
        Solution solution,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        CancellationToken cancellationToken)
        => AnalyzerRunner.RunAsync(solution, analyzers, diagnostic => IsCompilerDiagnosticIncluded(diagnostic, CompilerDiagnostics), cancellationToken);

    private protected async Task<Project> CreateProjectAsync(Workspace workspace, SolutionState state, CancellationToken cancellationToken)
    {
        var projects = state.AdditionalProjects.Values.Prepend(state).ToList();
        var ids = projects.ToDictionary(project => project.Name, project => ProjectId.CreateNewId(project.Name));
        var solution = workspace.CurrentSolution;
        foreach (var project in projects)
        {
            var framework = project.ReferenceAssemblies ?? ReferenceAssemblies;
            var references = await framework.ResolveAsync(project.Language, cancellationToken);
            var options = CreateCompilationOptions().WithAssemblyIdentityComparer(framework.AssemblyIdentityComparer);
            solution = SolutionFactory.AddProject(solution, ids[project.Name], project, references, options, CreateParseOptions());
        }

        solution = projects.Aggregate(solution, (current, project) => SolutionFactory.AddProjectReferences(current, project, ids));
        var primary = ids[state.Name];
        solution = SolutionTransforms.Aggregate(solution, (current, transform) => transform(current, primary));
        var given = solution.GetProject(primary)!.CompilationOptions!;
        var severities = ImmutableDictionary<string, ReportDiagnostic>.Empty
            .Add(AnalyzerRunner.AnalyzerFailureId, ReportDiagnostic.Error)
            .SetItems(DisabledDiagnostics.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)))
            .SetItems(given.SpecificDiagnosticOptions);
        return solution.WithProjectCompilationOptions(primary, given.WithSpecificDiagnosticOptions(severities)).GetProject(primary)!;
    }

    /// <summary>Runs the sources as generated code and under <c>#pragma warning disable</c>: both silence every diagnostic that can be silenced.</summary>
    private async Task VerifyExclusionsAsync(
        SolutionState state,
        Project project,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        DiagnosticMatcher matcher,
        IVerifier verifier,
        CancellationToken cancellationToken)
    {
        var descriptors = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).ToLookup(descriptor => descriptor.Id);
        var paths = state.Sources.Select(source => source.filename).ToHashSet();
        var excludable = state.ExpectedDiagnostics.Where(expected => IsInSource(expected) && descriptors.Contains(expected.Id)).ToList();
        if (excludable.Count == 0)
            return;

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipGeneratedCodeCheck) && !analyzers.All(GeneratedCodeChoice.IsMadeBy))
            await VerifyWithFirstLineAsync("// <auto-generated>", excludable.Contains);

        if (!TestBehaviors.HasFlag(TestBehaviors.SkipSuppressionCheck))
        {
            var ids = string.Join(", ", excludable.Select(expected => expected.Id).Distinct());
            await VerifyWithFirstLineAsync($"#pragma warning disable {ids}", expected => excludable.Contains(expected) && IsConfigurable(expected));
        }

        bool IsConfigurable(DiagnosticResult expected)
            => descriptors[expected.Id].All(descriptor => !descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));

        bool IsInSource(DiagnosticResult expected) => expected.HasLocation && paths.Contains(expected.Spans[0].Span.Path);

        async Task VerifyWithFirstLineAsync(string line, Predicate<DiagnosticResult> isExcluded)
        {
            var solution = project.Solution;
            foreach (var document in project.Documents)
            {
                var text = await document.GetTextAsync(cancellationToken);
                solution = solution.WithDocumentText(document.Id, text.Replace(default, line + "\r\n"));
            }

            // Whatever stays has moved down by the line.
            var remaining = state.ExpectedDiagnostics.Where(expected => !isExcluded(expected))
                .Select(expected => IsInSource(expected) ? expected.WithLineOffset(1) : expected)
                .ToList();
            var found = await GetDiagnosticsAsync(solution, analyzers, cancellationToken);
            matcher.Verify(found, remaining, verifier.PushContext($"Verifying exclusions in code that starts with '{line}'"));
        }
    }
}
