using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>A location that is tested, and then read again as if it could not have changed.</summary>
internal sealed class Reread
{
    public Reread(Guard test, MemberEvent again, MemberEvent change)
    {
        Test = test;
        Again = again;
        Change = change;
    }

    public Guard Test { get; }

    /// <summary>The second read, whose value is used as the test found it.</summary>
    public MemberEvent Again { get; }

    /// <summary>What another thread stores in between.</summary>
    public MemberEvent Change { get; }
}
