using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>
/// Tries one edit on marked findings, without the analyzer: <c>{|primary:x = 1|}</c>, <c>{|anchor:y|}</c>, <c>{|first:...|}</c> and
/// <c>{|last:...|}</c> of a step, or <c>{|primary0:...|}</c> and so on for several.
/// The source must compile before and after, without a new warning, and Fix All of every scope must do the same as the edit itself.
/// </summary>
internal sealed class EditTest
{
    private readonly EditKind _edit;
    private readonly string? _key;

    private EditTest(EditKind edit, string? key)
    {
        _edit = edit;
        _key = key;
    }

    public ReferenceAssemblies References { get; init; } = ReferenceAssemblies.Net.Net80;

    /// <summary>The references of a second project that has the same files.</summary>
    public ReferenceAssemblies? Linked { get; init; }

    public bool IsProgram { get; init; }

    public static EditTest Of(EditKind edit, string? key = null) => new(edit, key);

    public EditTest On(ReferenceAssemblies references) => new(_edit, _key) { References = references, Linked = Linked, IsProgram = IsProgram };

    public EditTest LinkedInto(ReferenceAssemblies references) => new(_edit, _key) { References = References, Linked = references, IsProgram = IsProgram };

    public EditTest AsProgram() => new(_edit, _key) { References = References, Linked = Linked, IsProgram = true };

    /// <summary>Members in a class of a file that has the using directive.</summary>
    public static string InClass(string members) => "using System;\nusing System.Threading;\n\ninternal unsafe class C\n{\n" + members + "\n}\n";

    /// <summary>Both given as members of a class.</summary>
    public Task MembersBecomeAsync(string members, string expected) => BecomesAsync(InClass(members), InClass(expected));

    public Task IsNotOfferedForMembersAsync(string members) => IsNotOfferedAsync(InClass(members));

    public Task BecomesAsync(string source, string expected) => BecomesAsync([source], [expected]);

    /// <summary>One finding, or several that Fix All repairs together.</summary>
    public async Task BecomesAsync(string[] sources, string[] expected)
    {
        var before = await EditedSolution.CreateAsync(sources, _edit, References, Linked, IsProgram);
        if (before.Findings.Count == 1)
        {
            var action = await ActionAsync(before, before.Findings[0]);
            Assert.True(action is not null, "The edit is not offered.");
            await VerifyAsync(before, action, expected);
        }

        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
        {
            if (scope == FixAllScope.Document && before.Findings.Select(finding => finding.Document.Id).Distinct().Count() > 1)
                continue;

            var action = await FixAllAsync(before, scope);
            Assert.True(action is not null, $"Fix All in {scope} is not offered.");
            await VerifyAsync(before, action, expected);
        }
    }

    public async Task IsNotOfferedAsync(params string[] sources)
    {
        var before = await EditedSolution.CreateAsync(sources, _edit, References, Linked, IsProgram);
        foreach (var finding in before.Findings)
            Assert.Null((await ActionAsync(before, finding))?.Title);
    }

    /// <summary>The titles of all that is offered for the only finding.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(string source)
    {
        var before = await EditedSolution.CreateAsync([source], _edit, References, Linked, IsProgram);
        return [.. (await ActionsAsync(before, before.Findings.Single())).Select(action => action.Title)];
    }

    private static async Task<IReadOnlyList<CodeAction>> ActionsAsync(EditedSolution before, MarkedFinding finding)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(finding.Document, finding.Diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await new BarrierCodeFixProvider().RegisterCodeFixesAsync(context);
        return actions;
    }

    private async Task<CodeAction?> ActionAsync(EditedSolution before, MarkedFinding finding) =>
        (await ActionsAsync(before, finding)).FirstOrDefault(action => _key is null || action.EquivalenceKey == _key);

    private async Task<CodeAction?> FixAllAsync(EditedSolution before, FixAllScope scope)
    {
        var provider = new BarrierCodeFixProvider();
        var first = before.Findings[0];
        var key = (_key ?? (await ActionAsync(before, first))?.EquivalenceKey) ?? throw new InvalidOperationException("The first edit is not offered.");
        var context = new FixAllContext(
            first.Document, provider, scope, key, [first.Diagnostic.Id], new MarkedDiagnostics(before.Findings), CancellationToken.None);
        return await provider.GetFixAllProvider().GetFixAsync(context);
    }

    private static async Task VerifyAsync(EditedSolution before, CodeAction action, string[] expected)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
        var texts = await before.TextsAsync(changed);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], texts[i]);
        await before.AssertSoundAsync(changed);
    }
}
