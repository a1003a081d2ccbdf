using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>A payload of which as much is read as a position says that another member has stored.</summary>
internal sealed class MeasuredRead
{
    public MeasuredRead(MemberEvent load, MemberEvent use, MemberEvent payload, MemberEvent publish)
    {
        Load = load;
        Use = use;
        Payload = payload;
        Publish = publish;
    }

    /// <summary>The receiver's load of the position.</summary>
    public MemberEvent Load { get; }

    /// <summary>The copy of the payload, as far as that position.</summary>
    public MemberEvent Use { get; }

    /// <summary>The sender's store to the payload.</summary>
    public MemberEvent Payload { get; }

    /// <summary>The sender's store to the position.</summary>
    public MemberEvent Publish { get; }
}
