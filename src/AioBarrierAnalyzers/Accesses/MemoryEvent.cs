using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>One thing a member does to memory or to other threads, at one place of its <see cref="EventGraph"/>.</summary>
internal sealed class MemoryEvent
{
    public MemoryEvent(int node, EventKind kind, MemoryAction action, IOperation operation, SyntaxNode site, LockSet locks)
    {
        Node = node;
        Kind = kind;
        Action = action;
        Operation = operation;
        Site = site;
        Locks = locks;
    }

    /// <summary>The index of its node in the graph.</summary>
    public int Node { get; }

    public EventKind Kind { get; }

    /// <summary>What the event means to the memory model.</summary>
    public MemoryAction Action { get; }

    /// <summary>The operation in the source that it stands for, possibly in a helper.</summary>
    public IOperation Operation { get; }

    /// <summary>The expression in the member itself: the access, or the call that leads to it.</summary>
    public SyntaxNode Site { get; }

    public LockSet Locks { get; }

    public AccessPath? Path { get; set; }

    /// <summary>The value stored; null where there is none or it is not known.</summary>
    public Value? Stored { get; set; }

    /// <summary>The value the old content is compared with; only of compare-exchange.</summary>
    public Value? Comparand { get; set; }

    /// <summary>The constant that an atomic operation adds; 0 where it adds none.</summary>
    public int Delta { get; set; }

    /// <summary>Copies or clears a whole range or struct.</summary>
    public bool IsBulk { get; set; }

    /// <summary>Was done through a volatile field, Volatile, Interlocked or the like.</summary>
    public bool IsMarked { get; set; }

    /// <summary>An access to what a collection contains, that is itself thread-safe.</summary>
    public bool IsConcurrentCollection { get; set; }

    /// <summary>Part of a compound assignment, increment or the like, together with the load or store before or after it.</summary>
    public MemoryEvent? Twin { get; set; }

    public MemoryLocation? Location => Path?.Location;

    public bool Reads => Kind is EventKind.Load or EventKind.ReadModifyWrite;

    public bool Writes => Kind is EventKind.Store or EventKind.ReadModifyWrite;

    /// <summary>The access happens in the member itself and not in a helper.</summary>
    public bool IsDirect => Operation.Syntax == Site;

    public override string ToString() => Kind + " " + Path;
}
