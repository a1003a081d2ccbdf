using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>A store that can wipe out what another thread's atomic operation has just done.</summary>
internal sealed class Overwrite
{
    public Overwrite(MemberEvent store, MemberEvent? look, MemberEvent update)
    {
        Store = store;
        Look = look;
        Update = update;
    }

    public MemberEvent Store { get; }

    /// <summary>What the store rests on: an earlier read or atomic operation in the same member. Null where it is blind.</summary>
    public MemberEvent? Look { get; }

    /// <summary>The atomic operation that is wiped out.</summary>
    public MemberEvent Update { get; }
}
