using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>
/// What a thread has read from one location is stored where whoever changes that location looks whether it is still in use: a hazard pointer, the epoch that a
/// reader is in. Without a full fence behind it the announcement can stay unseen while the reader goes on.
/// </summary>
internal sealed class Announcement
{
    public Announcement(MemberEvent source, MemberEvent store, MemberEvent? check, MemberEvent change, MemberEvent scan)
    {
        Source = source;
        Store = store;
        Check = check;
        Change = change;
        Scan = scan;
    }

    /// <summary>The load of what is announced.</summary>
    public MemberEvent Source { get; }

    /// <summary>The store that announces it.</summary>
    public MemberEvent Store { get; }

    /// <summary>The second load of the source, which tells whether the announcement still holds; null where the member has none.</summary>
    public MemberEvent? Check { get; }

    /// <summary>The atomic operation that changes the source.</summary>
    public MemberEvent Change { get; }

    /// <summary>The load by which the other thread looks for announcements.</summary>
    public MemberEvent Scan { get; }
}
