using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>An item that is put into a collection or field because a flag was not set, when what takes it out may have looked for the last time.</summary>
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

    /// <summary>The item goes into a collection, and not into a field that has room for one.</summary>
    public bool IsOfCollection => Act.Event.IsConcurrentCollection;

    /// <summary>What empties the collection, or looks into the field, when the flag is set.</summary>
    public MemberEvent Drain { get; }
}
