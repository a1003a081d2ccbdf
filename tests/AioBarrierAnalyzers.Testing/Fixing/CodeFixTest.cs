using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A test of fixers: one by one, in a document, in a project and in the solution they lead from the input to the fixed state.</summary>
public abstract class CodeFixTest<TVerifier> : AnalyzerTest<TVerifier>
    where TVerifier : IVerifier, new()
{
    protected CodeFixTest()
    {
        FixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
        BatchFixedState = new SolutionState(DefaultTestProjectName, Language, DefaultFilePathPrefix, DefaultFileExt);
    }

    /// <summary>The enumeration that names syntax kinds in failures.</summary>
    public abstract Type SyntaxKindType { get; }

    /// <summary>Adds a fixed source with a default name.</summary>
    public string? FixedCode
    {
        set
        {
            if (value is not null)
                FixedState.Sources.Add(value);
        }
    }

    /// <summary>Adds a source as Fix All leaves it, where that differs from fixing one by one.</summary>
    public string? BatchFixedCode
    {
        set
        {
            if (value is not null)
                BatchFixedState.Sources.Add(value);
        }
    }

    public SolutionState FixedState { get; }

    public SolutionState BatchFixedState { get; }

    /// <summary>Which of the offered actions to apply, nested ones counted in place.</summary>
    public int? CodeActionIndex { get; set; }

    public string? CodeActionEquivalenceKey { get; set; }

    /// <summary>A further check of each chosen action.</summary>
    public Action<CodeAction, IVerifier>? CodeActionVerifier { get; set; }

    public CodeActionValidationMode CodeActionValidationMode { get; set; } = CodeActionValidationMode.SemanticStructure;

    public CodeFixTestBehaviors CodeFixTestBehaviors { get; set; }

    /// <summary>Exact number of fixes one by one; negative means at most. By default at most one for each expected fixable diagnostic.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>The same for every Fix All mode. By default one in the solution.</summary>
    public int? NumberOfFixAllIterations { get; set; }

    /// <summary>By default at most one for each document with an expected fixable diagnostic.</summary>
    public int? NumberOfFixAllInDocumentIterations { get; set; }

    /// <summary>By default at most one for each project that changes.</summary>
    public int? NumberOfFixAllInProjectIterations { get; set; }

    protected abstract IEnumerable<CodeFixProvider> GetCodeFixProviders();

    /// <summary>The diagnostic that <see cref="CodeFixTestBehaviors.FixOne"/> fixes.</summary>
    protected virtual Diagnostic? TrySelectDiagnosticToFix(ImmutableArray<Diagnostic> fixableDiagnostics) => fixableDiagnostics.FirstOrDefault();

    /// <summary>Whatever a fixer fixes has to be expected, at any severity.</summary>
    protected override bool IsCompilerDiagnosticIncluded(Diagnostic diagnostic, CompilerDiagnostics compilerDiagnostics)
        => base.IsCompilerDiagnosticIncluded(diagnostic, compilerDiagnostics)
            || GetCodeFixProviders().Any(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

    protected override async Task RunImplAsync(CancellationToken cancellationToken)
    {
        Verify.NotEmpty($"{nameof(TestState)}.{nameof(SolutionState.Sources)}", TestState.Sources);
        var providers = GetCodeFixProviders().ToImmutableArray();
        var fixableIds = providers.SelectMany(provider => provider.FixableDiagnosticIds).ToImmutableArray();
        var rawInput = TestState.InheritFrom(null, fixableIds);
        var rawFixed = FixedState.InheritFrom(rawInput, fixableIds);
        var reader = CreateMarkupReader(fixableIds);
        var input = reader.Read(rawInput);
        var fixedState = reader.Read(rawFixed);
        var batchFixed = reader.Read(BatchFixedState.InheritFrom(rawFixed, fixableIds));

        await VerifyDiagnosticsAsync(input, Verify.PushContext("Diagnostics of test state"), isInput: true, cancellationToken);
        if (!FixedState.IsSpecified && !BatchFixedState.IsSpecified)
            return;

        var fixable = input.ExpectedDiagnostics.Where(expected => fixableIds.Contains(expected.Id)).ToList();
        var oneByOne = NumberOfIncrementalIterations ?? (FileContent.HasChange(input, fixedState) ? -fixable.Count : 0);
        await VerifyModeAsync("Iterative code fix application", input, fixedState, oneByOne, scope: null, cancellationToken);
        if (providers.Any(provider => provider.GetFixAllProvider() is not null))
            await VerifyFixAllAsync(input, batchFixed, fixable, cancellationToken);

        await VerifyDiagnosticsAsync(fixedState, Verify.PushContext("Diagnostics of fixed state"), isInput: false, cancellationToken);
        if (BatchFixedState.IsSpecified && !CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipFixAllCheck))
            await VerifyDiagnosticsAsync(batchFixed, Verify.PushContext("Diagnostics of batch fixed state"), isInput: false, cancellationToken);
    }

    private async Task VerifyFixAllAsync(SolutionState input, SolutionState batchFixed, List<DiagnosticResult> fixable, CancellationToken cancellationToken)
    {
        var primary = FileContent.HasChange((ProjectState)input, batchFixed) ? 1 : 0;
        var documents = primary * fixable.Select(expected => expected.Spans.FirstOrDefault().Span.Path).Distinct().Count();
        var others = batchFixed.AdditionalProjects;
        var projects = primary + input.AdditionalProjects.Count(pair => FileContent.HasChange(pair.Value, others.GetValueOrDefault(pair.Key)));
        var solution = FileContent.HasChange(input, batchFixed) ? 1 : 0;
        await VerifyScopeAsync("document", CodeFixTestBehaviors.SkipFixAllInDocumentCheck, NumberOfFixAllInDocumentIterations, documents, FixAllScope.Document);
        await VerifyScopeAsync("project", CodeFixTestBehaviors.SkipFixAllInProjectCheck, NumberOfFixAllInProjectIterations, projects, FixAllScope.Project);
        await VerifyScopeAsync("solution", CodeFixTestBehaviors.SkipFixAllInSolutionCheck, null, solution, FixAllScope.Solution);

        async Task VerifyScopeAsync(string name, CodeFixTestBehaviors skip, int? number, int atMost, FixAllScope scope)
        {
            if (!CodeFixTestBehaviors.HasFlag(skip))
                await VerifyModeAsync($"Fix all in {name}", input, batchFixed, number ?? NumberOfFixAllIterations ?? -atMost, scope, cancellationToken);
        }
    }

    private async Task VerifyModeAsync(
        string mode,
        SolutionState before,
        SolutionState after,
        int iterations,
        FixAllScope? scope,
        CancellationToken cancellationToken)
    {
        var verifier = Verify.PushContext(mode);
        using var workspace = new AdhocWorkspace();
        var project = await CreateProjectAsync(workspace, before, cancellationToken);
        var analyzers = GetDiagnosticAnalyzers().ToImmutableArray();
        var runner = new CodeFixRunner(
            [.. GetCodeFixProviders()],
            solution => GetDiagnosticsAsync(solution, analyzers, cancellationToken),
            (actions, isFirst) => Choose(actions, isFirst, verifier),
            (parsed, built) => TreeEquality.Verify(verifier, SyntaxKindType, CodeActionValidationMode, parsed, built),
            CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.FixOne) ? TrySelectDiagnosticToFix : null,
            allowNonLocal: CodeFixTestBehaviors.HasFlag(CodeFixTestBehaviors.SkipLocalDiagnosticCheck),
            verifier);
        var attempt = await runner.RunAsync(project, scope, limit: Math.Abs(iterations), cancellationToken);
        await ProjectComparer.VerifyAsync(after, attempt.Project, verifier, cancellationToken);
        verifier.True(attempt.Failure is null, attempt.Failure);
        VerifyIterations(iterations, attempt.Iterations, verifier);
    }

    private static void VerifyIterations(int expected, int actual, IVerifier verifier)
    {
        if (expected == 0)
            verifier.Equal(0, actual, "No code fixes were expected, but a fix was offered that made no changes to the code.");

        // At most one is exactly one: the code does change.
        else if (expected >= -1)
            verifier.Equal(Math.Abs(expected), actual, $"Expected '{Math.Abs(expected)}' iterations but found '{actual}' iterations.");
        else
            verifier.True(actual <= -expected, "The upper limit for the number of code fix iterations was exceeded");
    }

    private CodeAction? Choose(ImmutableArray<CodeAction> actions, bool isFirstIteration, IVerifier verifier)
    {
        var action = CodeActions.Choose(actions, CodeActionIndex, CodeActionEquivalenceKey, isFirstIteration, verifier);
        if (action is not null)
            CodeActionVerifier?.Invoke(action, verifier);

        return action;
    }
}
