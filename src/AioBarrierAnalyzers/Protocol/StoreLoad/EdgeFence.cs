using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>An announcement that a member makes for its callers, and the check of another member; one of them lacks the fence that the other one has.</summary>
internal sealed class EdgeFence
{
    public EdgeFence(MemberEvent store, MemberEvent check, bool isStoreUnfenced)
    {
        Store = store;
        Check = check;
        IsStoreUnfenced = isStoreUnfenced;
    }

    public MemberEvent Store { get; }

    public MemberEvent Check { get; }

    /// <summary>The announcement lacks the fence behind it; otherwise the check lacks the one before it.</summary>
    public bool IsStoreUnfenced { get; }
}
