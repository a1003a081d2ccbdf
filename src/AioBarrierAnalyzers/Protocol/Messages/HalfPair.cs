using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>A location of which one side is marked and the other is not.</summary>
internal sealed class HalfPair
{
    public HalfPair(MemberEvent plain, MemberEvent marked)
    {
        Plain = plain;
        Marked = marked;
    }

    /// <summary>The plain test, or the plain store.</summary>
    public MemberEvent Plain { get; }

    /// <summary>The store with release, or the load with acquire, of another member.</summary>
    public MemberEvent Marked { get; }
}
