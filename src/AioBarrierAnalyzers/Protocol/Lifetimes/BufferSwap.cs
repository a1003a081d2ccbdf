using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>A buffer that is copied and replaced, and a store of another thread to the old one that the copy can miss.</summary>
internal sealed class BufferSwap
{
    public BufferSwap(MemoryEvent copy, MemberEvent swap, MemberEvent write, MemberEvent? early)
    {
        Copy = copy;
        Swap = swap;
        Write = write;
        Early = early;
    }

    /// <summary>The read of the old buffer.</summary>
    public MemoryEvent Copy { get; }

    /// <summary>The store of the new buffer.</summary>
    public MemberEvent Swap { get; }

    /// <summary>The other thread's store to the old buffer.</summary>
    public MemberEvent Write { get; }

    /// <summary>Where the other thread read the reference by which it stores, if a lock is held at only one of the two; null otherwise.</summary>
    public MemberEvent? Early { get; }
}
