using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>A flag that is tested and then, in a second step, turned so that the same test would fail.</summary>
internal sealed class FlagTurn
{
    public FlagTurn(Guard test, MemberEvent store)
    {
        Test = test;
        Store = store;
    }

    public Guard Test { get; }

    public MemberEvent Store { get; }

    /// <summary>Some lock, or what may serve as one, is held over both steps.</summary>
    public bool IsUnderLock => Store.Event.Locks.Excludes(Test.Load.Event.Locks);

    public Member Member => Store.Member;
}
