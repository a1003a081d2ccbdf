using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>An object that other threads can reach before it is set up.</summary>
internal sealed class LateSetUp
{
    public LateSetUp(MemoryEvent publication, MemoryEvent setUp, Member user, SyntaxNode use)
    {
        Publication = publication;
        SetUp = setUp;
        User = user;
        Use = use;
    }

    /// <summary>What makes the object reachable: a store of its reference, or the start of a thread that uses it.</summary>
    public MemoryEvent Publication { get; }

    /// <summary>A store to the object behind it.</summary>
    public MemoryEvent SetUp { get; }

    /// <summary>The member of the other thread.</summary>
    public Member User { get; }

    /// <summary>Where that member reads what is set up, or finds the object and hands it out.</summary>
    public SyntaxNode Use { get; }
}
