using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>The regions of one control-flow graph. Those of a lambda or local function go on outside of it, and what is there is not around its run.</summary>
internal static class Regions
{
    /// <summary>The region and those around it, from the inside out, within its own graph.</summary>
    public static IEnumerable<ControlFlowRegion> FromInside(ControlFlowRegion? region)
    {
        for (; region is not null && region.Kind != ControlFlowRegionKind.Root; region = region.EnclosingRegion)
            yield return region;
    }
}
