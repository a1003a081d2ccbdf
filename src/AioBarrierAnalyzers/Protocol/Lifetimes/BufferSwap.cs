using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>A buffer that is copied and replaced, and a store of another thread to the old one that the copy can miss.</summary>
internal sealed class BufferSwap
{
    public BufferSwap(MemoryEvent copy, MemberEvent swap, MemberEvent write)
    {
        Copy = copy;
        Swap = swap;
        Write = write;
    }

    /// <summary>The read of the old buffer.</summary>
    public MemoryEvent Copy { get; }

    /// <summary>The store of the new buffer.</summary>
    public MemberEvent Swap { get; }

    /// <summary>The other thread's store to the old buffer.</summary>
    public MemberEvent Write { get; }
}
