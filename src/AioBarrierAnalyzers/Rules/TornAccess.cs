using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Tearing;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2005: a value wider than a word, or on a processor of 32 bits of 64 bits, is shared without exclusion (2003, the copied event).</summary>
internal sealed class TornAccess : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2005_TornAccess;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (TornCopy copy in TornCopies.Find(context))
        {
            yield return Report(copy.IsAtStore ? copy.Store : copy.Load, copy.IsAtStore ? copy.Load : copy.Store, copy, context);
        }
    }

    private Finding Report(MemberEvent at, MemberEvent other, TornCopy copy, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(at),
        new EditHint(copy.IsLong ? nameof(EditKind.WholeAccess) : nameof(EditKind.None), at.Location.Name),
        null,
        new[] { other.Event.Operation.Syntax },
        at.Location.Name,
        copy.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        copy.IsAtStore
            ? $"{ProtocolContext.Describe(other)} can read it half stored"
            : $"{ProtocolContext.Describe(other)} can be half done with storing it, and the read gives a mixture of two values");
}
