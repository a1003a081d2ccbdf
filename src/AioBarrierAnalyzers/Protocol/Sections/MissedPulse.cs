using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>A wait on a condition that was looked at before the lock was taken, and a change with a pulse that may come in between.</summary>
internal sealed class MissedPulse
{
    public MissedPulse(MemberEvent look, MemoryEvent wait, MemoryLocation @lock, MemberEvent change)
    {
        Look = look;
        Wait = wait;
        Lock = @lock;
        Change = change;
    }

    /// <summary>The look that leads to the wait.</summary>
    public MemberEvent Look { get; }

    /// <summary>The wait, or the store of what the caller waits by.</summary>
    public MemoryEvent Wait { get; }

    /// <summary>The lock that the wait gives back, or under which the store is made.</summary>
    public MemoryLocation Lock { get; }

    /// <summary>What ends the wait; a pulse follows, or a look for those who wait.</summary>
    public MemberEvent Change { get; }
}
