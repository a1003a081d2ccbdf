using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>An event is set, or a semaphore released, and only then the data is stored that the waiting thread uses as soon as it runs.</summary>
internal sealed class EarlySignal
{
    public EarlySignal(MemberEvent payload, MemoryEvent wake, MemoryEvent wait, MemberEvent use)
    {
        Payload = payload;
        Wake = wake;
        Wait = wait;
        Use = use;
    }

    /// <summary>The store that comes too late.</summary>
    public MemberEvent Payload { get; }

    public MemoryEvent Wake { get; }

    public MemoryEvent Wait { get; }

    /// <summary>What the woken thread does with the data.</summary>
    public MemberEvent Use { get; }
}
