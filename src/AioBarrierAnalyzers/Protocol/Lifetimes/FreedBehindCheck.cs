using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>Memory that one member frees under a lock, with the flag that says so, and another one uses behind a look at the flag.</summary>
internal sealed class FreedBehindCheck
{
    public FreedBehindCheck(MemoryEvent giveBack, MemberEvent flag, MemoryLocation resource, MemoryLocation @lock)
    {
        GiveBack = giveBack;
        Flag = flag;
        Resource = resource;
        Lock = @lock;
    }

    public MemoryEvent GiveBack { get; }

    /// <summary>The store that says that it is freed.</summary>
    public MemberEvent Flag { get; }

    /// <summary>The location that holds the address.</summary>
    public MemoryLocation Resource { get; }

    /// <summary>What both are done under.</summary>
    public MemoryLocation Lock { get; }

    /// <summary>The look at the flag; null as long as no user is known.</summary>
    public MemberEvent? Check { get; init; }

    /// <summary>The last access to the memory that rests on it.</summary>
    public MemoryEvent? Use { get; init; }
}
