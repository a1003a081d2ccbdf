using System.Collections.Generic;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>One thing a member does to memory or to other threads, at one place of its <see cref="EventGraph"/>.</summary>
internal sealed class MemoryEvent
{
    private List<int>? _usedAt;
    private Details? _details;

    public MemoryEvent(int node, EventKind kind, MemoryAction action, IOperation operation, Frame frame, LockSet locks)
    {
        Node = node;
        Kind = kind;
        Action = action;
        Operation = operation;
        Frame = frame;
        Locks = locks;
    }

    /// <summary>The index of its node in the graph.</summary>
    public int Node { get; }

    public EventKind Kind { get; }

    /// <summary>What the event means to the memory model.</summary>
    public MemoryAction Action { get; }

    /// <summary>The effect of the library member that does it; the default where the source does it itself.</summary>
    public MemberEffect Effect
    {
        get => _details is null ? default : _details.Effect;
        set => Detailed.Effect = value;
    }

    /// <summary>The operation in the source that it stands for, possibly in a helper.</summary>
    public IOperation Operation { get; }

    /// <summary>The member, or the helper inlined into it, that does it.</summary>
    public Frame Frame { get; }

    public LockSet Locks { get; }

    public AccessPath? Path { get; set; }

    /// <summary>The value stored; null where there is none or it is not known.</summary>
    public Value? Stored { get; set; }

    /// <summary>The value the old content is compared with; only of compare-exchange.</summary>
    public Value? Comparand
    {
        get => _details?.Comparand;
        set => Detailed.Comparand = value;
    }

    /// <summary>The constant that an atomic operation adds; 0 where it adds none.</summary>
    public int Delta
    {
        get => _details is null ? 0 : _details.Delta;
        set => Detailed.Delta = value;
    }

    /// <summary>Copies or clears a whole range or struct.</summary>
    public bool IsBulk { get; set; }

    /// <summary>
    /// What says how much a copy or call reads of the memory it is given, or takes out of a collection; null where nothing does, or it is not known.
    /// </summary>
    public Value? Extent
    {
        get => _details?.Extent;
        set => Detailed.Extent = value;
    }

    /// <summary>Was done through a volatile field, Volatile, Interlocked or the like.</summary>
    public bool IsMarked { get; set; }

    /// <summary>Only done to check the author's belief, in what a release build leaves out.</summary>
    public bool IsAsserted { get; init; }

    /// <summary>A fence for every thread of the process.</summary>
    public bool IsProcessWide { get; set; }

    /// <summary>An access to what a collection contains, that is itself thread-safe.</summary>
    public bool IsConcurrentCollection { get; set; }

    /// <summary>An access to what a collection contains that is not thread-safe: read while it changes it is broken, in whatever order.</summary>
    public bool IsUnsafeCollection => Location?.Kind == LocationKind.Content && !IsConcurrentCollection && !IsMarked;

    /// <summary>What the event gives to others beside what it stores: the item added to a collection, the receiver and state of code that is started.</summary>
    public IReadOnlyList<Value> Handed
    {
        get => _details is null ? System.Array.Empty<Value>() : _details.Handed;
        set => Detailed.Handed = value;
    }

    /// <summary>By what an item of a collection is named; null where it is not, or not known.</summary>
    public Value? Key
    {
        get => _details?.Key;
        set => Detailed.Key = value;
    }

    /// <summary>The code that the event starts on another thread, or subscribes to an event.</summary>
    public IReadOnlyList<CodeBody> Started
    {
        get => _details is null ? System.Array.Empty<CodeBody>() : _details.Started;
        set => Detailed.Started = value;
    }

    /// <summary>The memory that the event gives back to a pool or frees; null where it does not.</summary>
    public Value? GivenBack
    {
        get => _details?.GivenBack;
        set => Detailed.GivenBack = value;
    }

    /// <summary>The object that a call of unknown code disposes; null where it disposes none.</summary>
    public Value? Disposed
    {
        get => _details?.Disposed;
        set => Detailed.Disposed = value;
    }

    /// <summary>Takes something out of a collection that is not thread-safe: it gives what was there, like a load, and changes the collection.</summary>
    public bool TakesOut { get; set; }

    /// <summary>The nodes at which what was read is stored, handed to a call or returned.</summary>
    public IReadOnlyList<int> UsedAt => _usedAt is null ? System.Array.Empty<int>() : _usedAt;

    /// <summary>Part of a compound assignment, increment or the like, together with the load or store before or after it.</summary>
    public MemoryEvent? Twin { get; set; }

    public MemoryLocation? Location => Path?.Location;

    private Details Detailed => _details ??= new Details();

    public bool Reads => Kind is EventKind.Load or EventKind.ReadModifyWrite;

    public bool Writes => Kind is EventKind.Store or EventKind.ReadModifyWrite;

    /// <summary>Changes what is in the location.</summary>
    public bool Changes => Writes || TakesOut;

    public void UseAt(int node) => (_usedAt ??= new List<int>(1)).Add(node);

    /// <summary>What stands for the event in one of the frames that it happens in: the access itself, or the call that leads to it.</summary>
    public SyntaxNode SiteIn(Frame frame)
    {
        SyntaxNode site = Operation.Syntax;
        for (Frame? at = Frame; at is not null && at != frame; at = at.Caller)
            site = at.CallSite ?? site;
        return site;
    }

    /// <summary>True where it happens in a frame, or in a helper that is called there.</summary>
    public bool IsIn(Frame frame)
    {
        Frame? at = Frame;
        while (at is not null && at != frame)
            at = at.Caller;
        return at is not null;
    }

    /// <summary>The innermost frame that both events happen in.</summary>
    public Frame CommonFrame(MemoryEvent other)
    {
        Frame mine = Frame;
        Frame theirs = other.Frame;
        while (mine != theirs)
        {
            if (mine.Depth >= theirs.Depth && mine.Caller is not null)
                mine = mine.Caller;
            else if (theirs.Caller is not null)
                theirs = theirs.Caller;
            else
                break;
        }

        return mine;
    }

    public override string ToString() => Kind + " " + Path;

    /// <summary>What only calls have: most events are loads and stores of the source itself.</summary>
    private sealed class Details
    {
        public MemberEffect Effect { get; set; }

        public Value? Comparand { get; set; }

        public int Delta { get; set; }

        public Value? Extent { get; set; }

        public IReadOnlyList<Value> Handed { get; set; } = System.Array.Empty<Value>();

        public Value? Key { get; set; }

        public IReadOnlyList<CodeBody> Started { get; set; } = System.Array.Empty<CodeBody>();

        public Value? GivenBack { get; set; }

        public Value? Disposed { get; set; }
    }
}
