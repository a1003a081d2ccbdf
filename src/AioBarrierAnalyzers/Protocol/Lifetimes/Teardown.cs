using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>Memory that is given back while another thread can still get at it.</summary>
internal sealed class Teardown
{
    public Teardown(MemoryEvent giveBack, string resource, MemberEvent use, MemoryEvent? disconnect)
    {
        GiveBack = giveBack;
        Resource = resource;
        Use = use;
        Disconnect = disconnect;
    }

    public MemoryEvent GiveBack { get; }

    /// <summary>The name of what is given back.</summary>
    public string Resource { get; }

    /// <summary>Where the other thread takes it from there.</summary>
    public MemberEvent Use { get; }

    /// <summary>What takes away the way to it, too late; null where the other thread is on that way already.</summary>
    public MemoryEvent? Disconnect { get; }

    /// <summary>The users are waited for before, too early: then the wait has to be moved as well.</summary>
    public bool IsBehindWait { get; init; }

    /// <summary>The user takes the address under the lock under which it is given back, and uses it behind the end of that.</summary>
    public bool IsCarriedOut { get; init; }
}
