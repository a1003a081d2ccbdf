using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>A barrier that can be taken away, and what does its work.</summary>
internal sealed class NeedlessFence
{
    public NeedlessFence(IOperation fence, IReadOnlyList<IOperation> others, bool isBehind)
    {
        Fence = fence;
        Others = others;
        IsBehind = isBehind;
    }

    /// <summary>The call, a statement by itself.</summary>
    public IOperation Fence { get; }

    /// <summary>The first of its kind or stronger on each path; they may stand in a helper.</summary>
    public IReadOnlyList<IOperation> Others { get; }

    /// <summary>It stands behind the others; otherwise before them.</summary>
    public bool IsBehind { get; }
}
