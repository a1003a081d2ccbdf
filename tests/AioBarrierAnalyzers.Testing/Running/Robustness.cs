using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// What an analyzer owes its users on any input: the same answer each time, whatever the order of the files, and no crash on half-typed code.
/// Every choice comes from a seed made of the sources, so a failure repeats.
/// </summary>
internal sealed class Robustness(
    ImmutableArray<DiagnosticAnalyzer> used,
    Func<ImmutableArray<DiagnosticAnalyzer>> createFresh,
    AnalyzerOptions options,
    IVerifier verifier)
{
    private const int Cuts = 4;

    public async Task VerifyAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var random = new Random(Seed(compilation));
        var first = await DescribeAsync(compilation, createFresh(), cancellationToken);

        // Analyzers that have already seen this input, so that state kept between compilations shows too.
        var second = await DescribeAsync(compilation.Clone(), used, cancellationToken);
        verifier.PushContext("Same input twice").EqualOrDiff(first, second, "The diagnostics of two runs on the same input differ:");

        var trees = compilation.SyntaxTrees.ToArray();
        if (trees.Length > 1)
        {
            // Reversed first, so that two documents are never left as they were.
            foreach (var order in new[] { trees.Reverse(), trees.OrderBy(_ => random.Next()).ToList() })
            {
                var shuffled = await DescribeAsync(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(order), createFresh(), cancellationToken);
                var paths = string.Join(", ", order.Select(tree => tree.FilePath));
                verifier.PushContext("Shuffled document order").EqualOrDiff(first, shuffled, $"The diagnostics depend on the order, here {paths}:");
            }
        }

        for (var i = 0; i < Cuts; i++)
            await VerifyCutAsync(compilation, trees[random.Next(trees.Length)], random, isTail: i % 2 == 0, cancellationToken);
    }

    private static int Seed(Compilation compilation)
    {
        // string.GetHashCode differs from process to process.
        var hash = 2166136261u;
        foreach (var character in compilation.SyntaxTrees.SelectMany(tree => tree.ToString()))
            hash = unchecked((hash ^ character) * 16777619u);

        return unchecked((int)hash);
    }

    private async Task VerifyCutAsync(Compilation compilation, SyntaxTree tree, Random random, bool isTail, CancellationToken cancellationToken)
    {
        var text = await tree.GetTextAsync(cancellationToken);
        var start = random.Next(text.Length + 1);
        var cut = TextSpan.FromBounds(start, isTail ? text.Length : Math.Min(text.Length, start + random.Next(1, 40)));
        var broken = text.Replace(cut, string.Empty);
        var brokenCompilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(broken));
        var diagnostics = await AnalyzerRunner.RunAsync(brokenCompilation, createFresh(), options, cancellationToken);
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == AnalyzerRunner.AnalyzerFailureId) is { } failure)
        {
            var details = string.Join(Environment.NewLine, failure.GetMessage(), failure.Descriptor.Description, broken);
            verifier.PushContext("Text cut at a random point").Fail($"An analyzer failed on {tree.FilePath} without {cut}: {details}");
        }
    }

    private async Task<string> DescribeAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellationToken)
    {
        var diagnostics = await AnalyzerRunner.RunAsync(compilation, analyzers, options, cancellationToken);
        return string.Join('\n', diagnostics.Select(DiagnosticText.Describe).Order(StringComparer.Ordinal));
    }
}
