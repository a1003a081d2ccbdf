using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Fixes;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AioBarrierAnalyzers.CodeFixes;

/// <summary>
/// Makes one edit after the other, in the order of the source, each on what the ones before it left. The batch fixer merges texts instead, which goes
/// wrong where edits touch: one fence for two findings, one using directive for a file, a field whose every use changes.
/// </summary>
internal sealed class BarrierFixAllProvider : FixAllProvider
{
    public static readonly BarrierFixAllProvider Instance = new();

    private BarrierFixAllProvider()
    {
    }

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var findings = await CollectAsync(fixAllContext).ConfigureAwait(false);
        if (findings.Count == 0)
            return null;

        var solution = fixAllContext.Solution;
        return CodeAction.Create(
            "Fix all " + string.Join(", ", fixAllContext.DiagnosticIds.OrderBy(id => id, StringComparer.Ordinal)),
            cancellationToken => ApplyAsync(solution, findings, cancellationToken),
            fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<Solution> ApplyAsync(Solution original, IReadOnlyList<TrackedFinding> findings, CancellationToken cancellationToken)
    {
        var solution = original;
        foreach (var document in findings.GroupBy(finding => finding.DocumentId))
            solution = await TrackedFinding.MarkAsync(solution, document.Key, document, cancellationToken).ConfigureAwait(false);

        foreach (var finding in findings)
        {
            if (await finding.FindAsync(solution, cancellationToken).ConfigureAwait(false) is not { } site)
                continue;

            foreach (var fix in finding.Fixes)
            {
                if (await fix.TryFixAsync(site, cancellationToken).ConfigureAwait(false) is { } result)
                {
                    solution = result.Solution;
                    break;
                }
            }
        }

        return await TakeChangesAsync(original, solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A document that was only marked must not count as changed.</summary>
    private static async Task<Solution> TakeChangesAsync(Solution original, Solution changed, CancellationToken cancellationToken)
    {
        var solution = original;
        foreach (var id in changed.GetChanges(original).GetProjectChanges().SelectMany(project => project.GetChangedDocuments()))
        {
            var before = await original.GetDocument(id)!.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var root = await changed.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root is not null && !before.ContentEquals(root.GetText(before.Encoding)))
                solution = solution.WithDocumentSyntaxRoot(id, root);
        }

        return solution;
    }

    private static async Task<IReadOnlyList<TrackedFinding>> CollectAsync(FixAllContext context)
    {
        var findings = new List<TrackedFinding>();
        var seen = new HashSet<(string, int, int)>();
        var diagnostics = (await DiagnosticsAsync(context).ConfigureAwait(false)).ToList();

        // `dotnet format` goes through the rules one by one, and takes the key from whichever finding it meets first: perhaps one of another rule, or one
        // of the same rule that another edit repairs. Findings that cannot have the key get the first edit that is possible, unless the key is meant for
        // another rule here.
        bool IsChosen(BarrierFix fix) => fix.EquivalenceKey == context.CodeActionEquivalenceKey;
        var chosen = new HashSet<string>(diagnostics.Where(pair => FixCatalog.For(pair.Diagnostic).Any(IsChosen)).Select(pair => pair.Diagnostic.Id));
        foreach (var (document, diagnostic) in diagnostics)
        {
            // A file that is linked into several projects is edited once.
            var span = diagnostic.Location.SourceSpan;
            var anchor = FixSite.AnchorSpan(diagnostic, diagnostic.Location.SourceTree!)?.Start ?? -1;
            var offered = FixCatalog.For(diagnostic).ToList();
            if (offered.Any(IsChosen))
                offered.RemoveAll(fix => !IsChosen(fix));
            else if (chosen.Count > 0 && !chosen.Contains(diagnostic.Id))
                offered.Clear();

            if (offered.Count > 0 && seen.Add((document.FilePath ?? document.Id.Id.ToString(), span.Start, anchor)))
                findings.Add(new TrackedFinding(findings.Count, document.Id, diagnostic, offered));
        }

        return findings;
    }

    private static async Task<IEnumerable<(Document Document, Diagnostic Diagnostic)>> DiagnosticsAsync(FixAllContext context)
    {
        var diagnostics = new List<Diagnostic>();
        switch (context.Scope)
        {
            case FixAllScope.Document when context.Document is { } document:
                diagnostics.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
                break;
            case FixAllScope.Project:
                diagnostics.AddRange(await context.GetAllDiagnosticsAsync(context.Project).ConfigureAwait(false));
                break;
            case FixAllScope.Solution:
                foreach (var project in context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp))
                    diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
                break;
        }

        return diagnostics
            .Where(diagnostic => diagnostic.Location.IsInSource && !diagnostic.IsSuppressed)
            .Select(diagnostic => (Document: context.Solution.GetDocument(diagnostic.Location.SourceTree)!, Diagnostic: diagnostic))
            .Where(pair => pair.Document is not null and not SourceGeneratedDocument)
            .OrderBy(pair => pair.Document.Project.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Document.FilePath ?? pair.Document.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Diagnostic.Location.SourceSpan.Start)
            .ThenBy(pair => pair.Diagnostic.Id, StringComparer.Ordinal);
    }
}
