using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>A store under a lock that rests on an atomic update made before the lock was taken, and the other way round elsewhere.</summary>
internal sealed class OvertakenAct
{
    public OvertakenAct(MemberEvent decision, MemberEvent act, MemberEvent opposite, MemberEvent oppositeAct, MemoryLocation @lock)
    {
        Decision = decision;
        Act = act;
        Opposite = opposite;
        OppositeAct = oppositeAct;
        Lock = @lock;
    }

    /// <summary>The atomic update whose result decides.</summary>
    public MemberEvent Decision { get; }

    /// <summary>The store that it leads to.</summary>
    public MemberEvent Act { get; }

    /// <summary>The update in the other direction.</summary>
    public MemberEvent Opposite { get; }

    /// <summary>What that one leads to: another value in the same place.</summary>
    public MemberEvent OppositeAct { get; }

    /// <summary>What both stores are made under.</summary>
    public MemoryLocation Lock { get; }
}
