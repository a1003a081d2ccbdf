using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Chooses among the actions that a fixer offers, and applies one.</summary>
internal static class CodeActions
{
    // Public under one name since 4.9 and internal under another before; the tests run on both.
    private static readonly PropertyInfo? NestedActions = Array.Find(
        typeof(CodeAction).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
        property => property.Name is "NestedActions" or "NestedCodeActions" && property.PropertyType == typeof(ImmutableArray<CodeAction>));

    /// <summary>The actions with every group replaced by its members.</summary>
    public static IEnumerable<CodeAction> Flatten(CodeAction action)
        => NestedActions?.GetValue(action) is ImmutableArray<CodeAction> { IsEmpty: false } nested ? nested.SelectMany(Flatten) : [action];

    /// <summary>The action meant by index and key, or null if there is none. Where both are given they have to mean the same one.</summary>
    public static CodeAction? Choose(ImmutableArray<CodeAction> actions, int? index, string? key, bool isFirstIteration, IVerifier verifier)
    {
        if (key is null)
            return actions.ElementAtOrDefault(index ?? 0);

        var byKey = actions.FirstOrDefault(action => action.EquivalenceKey == key);
        if (index is null || (byKey is null && !isFirstIteration))
            return byKey;

        verifier.True(index < actions.Length, $"Expected to find a code action at index '{index}', but only '{actions.Length}' code actions were found.");
        var byIndex = actions[index.Value];
        verifier.True(key == byIndex.EquivalenceKey, $"'{index}' has the key '{byIndex.EquivalenceKey}', not '{key}'; both have to mean the same action.");
        return byIndex;
    }

    /// <summary>
    /// Applies an action and reads every changed document again from its text. The clean-up of an editor (simplify, format) is part of the action's operations.
    /// </summary>
    public static async Task<(Solution Solution, string? Failure)> ApplyAsync(
        CodeAction action,
        Solution solution,
        Action<SyntaxNode, SyntaxNode> verifyTree,
        CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        string? failure = null;
        foreach (var project in changed.GetChanges(solution).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetAddedDocuments()))
            {
                var document = changed.GetDocument(id)!;
                var built = await document.GetSyntaxRootAsync(cancellationToken);
                var text = await document.GetTextAsync(cancellationToken);
                changed = changed.WithDocumentText(id, SourceText.From(text.ToString(), text.Encoding, text.ChecksumAlgorithm));
                var parsed = await changed.GetDocument(id)!.GetSyntaxRootAsync(cancellationToken);
                try
                {
                    verifyTree(parsed!, built!);
                }
                catch (Exception exception)
                {
                    failure ??= exception.Message;
                }
            }
        }

        return (changed, failure);
    }
}
