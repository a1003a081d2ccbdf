using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>A collection that is found empty before the flag is read that says that nothing more comes: the last item may come in between.</summary>
internal sealed class LastItem
{
    public LastItem(MemberEvent look, MemberEvent flag, MemberEvent closing)
    {
        Look = look;
        Flag = flag;
        Closing = closing;
    }

    /// <summary>The look at the collection, or the attempt to take something out.</summary>
    public MemberEvent Look { get; }

    /// <summary>The read of the flag behind it.</summary>
    public MemberEvent Flag { get; }

    /// <summary>The store that says that nothing more comes.</summary>
    public MemberEvent Closing { get; }
}
