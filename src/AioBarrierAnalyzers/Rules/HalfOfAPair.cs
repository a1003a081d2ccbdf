using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Messages;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>
/// AIO4003: a location that is released and never acquired, or acquired and never released, where no other rule can say what gets out of order. It comes last
/// in the catalogue, so that it hears all of them.
/// </summary>
internal sealed class HalfOfAPair : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO4003_HalfOfAPair;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        List<HalfPair> pairs = HalfPairs.Find(context).Where(p => context.IsOwn(p.Plain.Event)).ToList();
        if (pairs.Count == 0)
            yield break;
        var seen = new HashSet<SyntaxNode>();
        foreach (HalfPair pair in pairs.Where(p => !context.Findings.Any(f => IsAbout(f, p))))
        {
            if (!seen.Add(pair.Plain.Event.Operation.Syntax))
                continue;
            string other = ProtocolContext.Describe(pair.Marked);
            yield return new Finding(
                Descriptor,
                context.SiteOf(pair.Plain),
                new EditHint(nameof(EditKind.None), pair.Plain.Location.Name),
                null,
                new[] { pair.Marked.Event.Operation.Syntax },
                pair.Plain.Location.Name,
                pair.Plain.Event.Reads
                    ? $"{other} stores it with a release, and nobody reads it with an acquire: what comes behind this test can be done before it"
                    : $"{other} reads it with an acquire, and nobody stores it with a release: what comes before this store can become visible behind it");
        }
    }

    /// <summary>Another finding says more about the same location.</summary>
    private static bool IsAbout(Finding finding, HalfPair pair) => finding.Edit.Location == pair.Plain.Location.Name ||
        new[] { finding.Primary, finding.Anchor }.Concat(finding.Partners).Any(n => n is not null &&
            (n == pair.Plain.Event.Operation.Syntax || n == pair.Marked.Event.Operation.Syntax));
}
