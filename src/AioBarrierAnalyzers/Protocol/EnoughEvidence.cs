using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>Holds a finding against the evidence that the options ask for: some location that it points at must have that much.</summary>
internal static class EnoughEvidence
{
    public static bool HasEnoughEvidence(this Finding finding, ProtocolContext context, EvidenceLevel required)
    {
        EvidenceKinds enough = required switch
        {
            EvidenceLevel.Declared => EvidenceKinds.Declared,
            EvidenceLevel.Marked => EvidenceKinds.Declared | EvidenceKinds.Marked,
            _ => EvidenceKinds.None,
        };
        return enough == EvidenceKinds.None || context.World.Members.Any(m => m.Accesses.Any(
            a => PointsAt(finding, a.Event) && (context.Evidence.Of(a.Location) & enough) != 0));
    }

    private static bool PointsAt(Finding finding, MemoryEvent access)
    {
        SyntaxNode at = access.Operation.Syntax;
        bool Holds(SyntaxNode? node) => node is not null && node.SyntaxTree == at.SyntaxTree && node.Span.Contains(at.Span);
        return Holds(finding.Primary) || Holds(finding.Anchor) || finding.Partners.Any(Holds);
    }
}
