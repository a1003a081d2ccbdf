using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>The regions of a control-flow graph.</summary>
internal static class Regions
{
    /// <summary>
    /// A region and those around it, the innermost first, up to the root of its own graph: the root of a lambda's graph lies in the regions of the code
    /// around the lambda, but no path leads from the one into the other.
    /// </summary>
    public static IEnumerable<ControlFlowRegion> OutwardFrom(ControlFlowRegion? region, ControlFlowGraph graph)
    {
        for (; region is not null && region != graph.Root; region = region.EnclosingRegion)
            yield return region;
    }
}
