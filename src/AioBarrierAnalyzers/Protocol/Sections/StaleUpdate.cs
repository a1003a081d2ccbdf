using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>A store under a lock of what was made from a read outside its critical section.</summary>
internal sealed class StaleUpdate
{
    public StaleUpdate(MemberEvent load, MemberEvent store, MemoryLocation @lock, MemberEvent rival)
    {
        Load = load;
        Store = store;
        Lock = @lock;
        Rival = rival;
    }

    public MemberEvent Load { get; }

    public MemberEvent Store { get; }

    public MemoryLocation Lock { get; }

    /// <summary>The store that can come between and is lost; the update's own, where only several threads in it can meet.</summary>
    public MemberEvent Rival { get; }
}
