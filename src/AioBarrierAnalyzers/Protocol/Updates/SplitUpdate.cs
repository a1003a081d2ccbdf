using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Updates;

/// <summary>A location that is read, and then given a value computed from what was read, in two steps.</summary>
internal sealed class SplitUpdate
{
    public SplitUpdate(MemberEvent load, MemberEvent store)
    {
        Load = load;
        Store = store;
    }

    public MemberEvent Load { get; }

    public MemberEvent Store { get; }

    public Member Member => Store.Member;
}
