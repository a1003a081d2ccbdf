using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies fixes until no more are offered, nothing changes, or the limit is passed; whether the number was right is for the caller to say.</summary>
internal sealed class CodeFixRunner(
    ImmutableArray<CodeFixProvider> providers,
    Func<Solution, Task<ImmutableArray<FoundDiagnostic>>> getDiagnostics,
    Func<ImmutableArray<CodeAction>, bool, CodeAction?> choose,
    Action<SyntaxNode, SyntaxNode> verifyTree,
    Func<ImmutableArray<Diagnostic>, Diagnostic?>? selectOne,
    bool allowNonLocal,
    IVerifier verifier)
{
    /// <summary>Fixes one by one if <paramref name="scope"/> is null, else by Fix All; stops for good one fix past the limit.</summary>
    public async Task<FixAttempt> RunAsync(Project project, FixAllScope? scope, int limit, CancellationToken cancellationToken)
    {
        var previous = string.Empty;
        string? failure = null;
        for (var iterations = 0; ;)
        {
            var solution = project.Solution;
            var found = await getDiagnostics(solution);
            var current = string.Join('\n', found.Select(item => $"{item.Project.Id} {item.Diagnostic.Id} {item.Diagnostic.Location.GetLineSpan()}"));

            // The same diagnostics once more: what was applied did not help, and will not the next time.
            if (found.IsEmpty || current == previous)
                return new FixAttempt(project, iterations, failure);

            previous = current;
            var changed = false;
            var offered = false;
            foreach (var diagnostic in Fixable(found, solution))
            {
                var offer = await OfferAsync(solution, diagnostic, isFirstIteration: iterations == 0, cancellationToken);
                if (offer is not { } chosen)
                    continue;

                var action = scope is null ? chosen.Action : await CreateFixAllAsync(scope.Value, chosen, solution, diagnostic, found, cancellationToken);
                if (action is null)
                    break;

                if (!offered && iterations++ == limit + 1)
                    return new FixAttempt(project, iterations, failure);

                offered = true;
                var (fixedSolution, treeFailure) = await CodeActions.ApplyAsync(action, solution, verifyTree, cancellationToken);
                failure ??= treeFailure;
                changed = fixedSolution != solution;
                project = changed ? fixedSolution.GetProject(project.Id)! : project;

                // One by one, a fix that changes nothing passes on to the next diagnostic; Fix All is done.
                if (changed || scope is not null)
                    break;
            }

            if (!changed || selectOne is not null)
                return new FixAttempt(project, iterations, failure);
        }
    }

    private IEnumerable<Diagnostic> Fixable(ImmutableArray<FoundDiagnostic> found, Solution solution)
    {
        var ids = providers.SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
        var fixable = found.Where(item => ids.Contains(item.Diagnostic.Id) && solution.GetDocument(item.Diagnostic.Location.SourceTree) is not null).ToList();
        verifier.True(allowNonLocal || !fixable.Any(item => item.IsNonLocal), "The fix is for a non-local diagnostic, which no editor shows in the document.");
        var diagnostics = fixable.Select(item => item.Diagnostic);
        return selectOne is null ? diagnostics : selectOne([.. diagnostics]) is { } one ? [one] : [];
    }

    private async Task<(CodeAction Action, CodeFixProvider Provider)?> OfferAsync(
        Solution solution,
        Diagnostic diagnostic,
        bool isFirstIteration,
        CancellationToken cancellationToken)
    {
        var offers = new List<(CodeAction Action, CodeFixProvider Provider)>();
        foreach (var provider in providers.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var document = solution.GetDocument(diagnostic.Location.SourceTree)!;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(
                document,
                diagnostic.Location.SourceSpan,
                [diagnostic],
                (action, _) => offers.AddRange(CodeActions.Flatten(action).Select(flat => (flat, provider))),
                cancellationToken));
        }

        return choose([.. offers.Select(offer => offer.Action)], isFirstIteration) is { } chosen ? offers.First(offer => offer.Action == chosen) : null;
    }

    private static async Task<CodeAction?> CreateFixAllAsync(
        FixAllScope scope,
        (CodeAction Action, CodeFixProvider Provider) chosen,
        Solution solution,
        Diagnostic diagnostic,
        ImmutableArray<FoundDiagnostic> found,
        CancellationToken cancellationToken)
    {
        var fixAll = chosen.Provider.GetFixAllProvider();
        if (fixAll is null || !fixAll.GetSupportedFixAllScopes().Contains(scope))
            return null;

        var context = new FixAllContext(
            solution.GetDocument(diagnostic.Location.SourceTree)!,
            chosen.Provider,
            scope,
            chosen.Action.EquivalenceKey,
            fixAll.GetSupportedFixAllDiagnosticIds(chosen.Provider),
            new FixAllDiagnostics(found),
            cancellationToken);
        return await fixAll.GetFixAsync(context);
    }
}
