using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using AioBarrierAnalyzers.Validation.Mutation.Kinds;
using AioBarrierAnalyzers.Validation.Reference;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Validation.Mutation;

/// <summary>Makes all mutants of the reference that compile.</summary>
internal static class Mutator
{
    private static readonly Lazy<IReadOnlyList<Mutant>> s_mutants = new(static () => [.. Subsystem.All.SelectMany(MutantsOf)]);

    public static IReadOnlyList<IMutation> Mutations { get; } =
    [
        new VolatileWriteToPlain(),
        new VolatileReadToPlain(),
        new FenceRemoved(),
        new InterlockedSplit(),
        new InterlockedToVolatile(),
        new TestThenSet(),
        new ClearAfterCallback(),
        new NeighboursSwapped(),
        new ReleasedEarly(),
        new DisconnectedLate(),
        new LockRemoved(),
        new LockShrunk(),
        new LockSplit(),
        new UnlockDropped(),
    ];

    /// <summary>In the order of subsystems, files, kinds and lines.</summary>
    public static IReadOnlyList<Mutant> All => s_mutants.Value;

    private static IEnumerable<Mutant> MutantsOf(Subsystem subsystem) => subsystem.Files.SelectMany(file => MutantsOf(subsystem, file));

    private static IEnumerable<Mutant> MutantsOf(Subsystem subsystem, string file)
    {
        var compilation = ReferenceCompilation.Original;
        var tree = compilation.SyntaxTrees.Single(t => t.FilePath == file);
        var model = compilation.GetSemanticModel(tree);
        var names = new Dictionary<string, int>();
        var texts = new HashSet<string> { tree.ToString() };
        foreach (var mutation in Mutations)
        {
            foreach (var change in mutation.In(model))
            {
                var changed = tree.GetText().WithChanges(change.Edits.OrderBy(edit => edit.Span.Start));
                if (!texts.Add(changed.ToString()) || !Compiles(compilation, tree, changed)) continue;

                var name = $"{Path.GetFileNameWithoutExtension(file)}.{MemberOf(change.Site)}: {mutation.Kind}";
                var number = names[name] = names.GetValueOrDefault(name) + 1;
                yield return new Mutant(
                    number == 1 ? name : $"{name} {number}",
                    subsystem,
                    mutation,
                    file,
                    change.Site.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
                    changed.ToString(),
                    Place(tree.GetText(), changed, change));
            }
        }
    }

    private static bool Compiles(CSharpCompilation compilation, SyntaxTree tree, SourceText changed)
    {
        var mutated = tree.WithChangedText(changed);

        // What other files see of it does not change.
        return !compilation.ReplaceSyntaxTree(tree, mutated).GetSemanticModel(mutated).GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error);
    }

    private static string MemberOf(SyntaxNode site) => site.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        var other => throw new InvalidOperationException($"No member that a mutant is expected in: {other}"),
    };

    /// <summary>The lines of all that was changed, and of the site, in the changed text.</summary>
    private static LinePositionSpan Place(SourceText original, SourceText changed, Change change)
    {
        var spans = change.Edits.Select(edit => edit.Span).Append(change.Site.Span).ToList();
        var start = spans.Min(span => span.Start);
        var end = spans.Max(span => span.End) + changed.Length - original.Length;
        return changed.Lines.GetLinePositionSpan(TextSpan.FromBounds(start, Math.Max(start, end)));
    }
}
