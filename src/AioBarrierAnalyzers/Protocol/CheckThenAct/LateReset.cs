using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>A worker that looks for work, finds none, resets the event that announces it and waits; and a producer that adds work and sets the event.</summary>
internal sealed class LateReset
{
    public LateReset(MemberEvent look, MemberEvent reset, MemberEvent add)
    {
        Look = look;
        Reset = reset;
        Add = add;
    }

    /// <summary>The worker's last look at the work.</summary>
    public MemberEvent Look { get; }

    public MemberEvent Reset { get; }

    /// <summary>The producer's store of work, behind which it sets the event.</summary>
    public MemberEvent Add { get; }
}
