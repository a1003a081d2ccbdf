using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>An item that is put into a collection because a flag was not set, when the collection may have been emptied for the last time.</summary>
internal sealed class LateAddition
{
    public LateAddition(MemberEvent look, MemberEvent act, MemberEvent closing, MemberEvent drain)
    {
        Look = look;
        Act = act;
        Closing = closing;
        Drain = drain;
    }

    /// <summary>The look at the flag.</summary>
    public MemberEvent Look { get; }

    /// <summary>The addition.</summary>
    public MemberEvent Act { get; }

    /// <summary>The store that sets the flag.</summary>
    public MemberEvent Closing { get; }

    /// <summary>What empties the collection when the flag is set.</summary>
    public MemberEvent Drain { get; }
}
