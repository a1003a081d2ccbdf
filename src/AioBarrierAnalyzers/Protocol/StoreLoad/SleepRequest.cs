using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.StoreLoad;

/// <summary>A member that asks to be woken, looks once more and sleeps; and the one that takes the request and wakes, for callers that have stored.</summary>
internal sealed class SleepRequest
{
    public SleepRequest(MemberEvent store, Guard decision, MemberEvent taken)
    {
        Store = store;
        Decision = decision;
        Taken = taken;
    }

    /// <summary>The store of the request.</summary>
    public MemberEvent Store { get; }

    /// <summary>The last look before the sleep.</summary>
    public Guard Decision { get; }

    /// <summary>The atomic operation that takes the request.</summary>
    public MemberEvent Taken { get; }
}
