using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>
/// A payload handed from one member to another through a second location: the sender touches the payload and stores the flag, index or state;
/// the receiver loads that, branches on it, and touches the payload. All shapes with one edge on each side (MP, LB, S, 2+2W) are this.
/// </summary>
internal sealed class Message
{
    public Message(MemberEvent payload, MemberEvent publish, Guard guard, MemberEvent use)
    {
        Payload = payload;
        Publish = publish;
        Guard = guard;
        Use = use;
    }

    /// <summary>Whether the sender keeps its order; null until asked.</summary>
    public bool? IsSent { get; set; }

    /// <summary>Whether the receiver keeps its order; null until asked.</summary>
    public bool? IsReceived { get; set; }

    /// <summary>The sender's access to the payload.</summary>
    public MemberEvent Payload { get; }

    /// <summary>The sender's store.</summary>
    public MemberEvent Publish { get; }

    /// <summary>The receiver's load of what was stored, and the branch on it.</summary>
    public Guard Guard { get; }

    /// <summary>The receiver's access to the payload.</summary>
    public MemberEvent Use { get; }
}
