using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;

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

    /// <summary>A finalizer has its object to itself, but nothing static.</summary>
    public bool HasItsObjectToItself() => Member.Method.MethodKind == MethodKind.Destructor && Location.NamingSymbol is not { IsStatic: true };

    public override string ToString() => Member.Name + ": " + Event;
}
