using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>An event together with the member that it happens in.</summary>
internal sealed class MemberEvent
{
    public MemberEvent(Member member, MemoryEvent @event)
    {
        Member = member;
        Event = @event;
    }

    public Member Member { get; }

    public MemoryEvent Event { get; }

    public MemoryLocation Location => Event.Location!;

    public override string ToString() => Member.Name + ": " + Event;
}
