using AioBarrierAnalyzers.Accesses.Walk;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>The body of a method, lambda or local function, and what its operations do.</summary>
internal sealed class FencedBody
{
    public FencedBody(GraphFacts facts, Steps steps)
    {
        Facts = facts;
        Steps = steps;
    }

    public GraphFacts Facts { get; }

    public Steps Steps { get; }
}
