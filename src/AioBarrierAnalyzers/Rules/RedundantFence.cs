using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Fences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO4001: a barrier next to one that keeps at least as much, on every path.</summary>
internal sealed class RedundantFence : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO4001_RedundantFence;

    public IEnumerable<Finding> Examine(ProtocolContext context) => NeedlessFences.Find(context.World).Select(needless => new Finding(
        Descriptor,
        needless.Fence.Syntax,
        new EditHint(nameof(EditKind.RemoveStatement), string.Empty),
        null,
        needless.Others.Select(o => o.Syntax).ToArray(),
        string.Join(" and ", needless.Others.Select(NameOf).Distinct()),
        needless.IsBehind ? "before" : "behind"));

    private static string NameOf(IOperation other) =>
        $"'{((IInvocationOperation)other).TargetMethod.ContainingType.Name}.{((IInvocationOperation)other).TargetMethod.Name}' (line " +
        $"{other.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
