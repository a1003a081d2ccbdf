using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>An object that others can reach, by a store, a collection or a thread that was started, before it is set up.</summary>
internal sealed class EarlyPublication
{
    public EarlyPublication(Member member, MemoryEvent publish, MemberEvent setUp, MemberEvent? load, MemberEvent use)
    {
        Member = member;
        Publish = publish;
        SetUp = setUp;
        Load = load;
        Use = use;
    }

    public Member Member { get; }

    /// <summary>What makes the object known to others.</summary>
    public MemoryEvent Publish { get; }

    /// <summary>The store that comes too late.</summary>
    public MemberEvent SetUp { get; }

    /// <summary>Where the other thread gets hold of the object; null where it was started with it.</summary>
    public MemberEvent? Load { get; }

    /// <summary>Where the other thread uses what is not set up yet.</summary>
    public MemberEvent Use { get; }
}
