using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>A worker that looks for work, finds none, and only then says that it has stopped; and a producer that goes by what it said.</summary>
internal sealed class LateClear
{
    public LateClear(MemberEvent look, MemberEvent clear, MemberEvent add, Guard decision)
    {
        Look = look;
        Clear = clear;
        Add = add;
        Decision = decision;
    }

    /// <summary>The worker's last look at the work.</summary>
    public MemberEvent Look { get; }

    /// <summary>The worker's store that tells producers to start or wake somebody.</summary>
    public MemberEvent Clear { get; }

    /// <summary>The producer's store of work.</summary>
    public MemberEvent Add { get; }

    /// <summary>The producer's decision.</summary>
    public Guard Decision { get; }
}
