namespace AioBarrierAnalyzers.WellKnown;

/// <summary>Types of the library of which something is known as a whole, whichever member is used.</summary>
internal static class LibraryTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Threading = "System.Threading";
    private const string Immutables = "System.Collections.Immutable";
    private const string Tasks = "System.Threading.Tasks";

    /// <summary>Structs that stand for other memory: what counts is what they refer to, not where they lie.</summary>
    internal static readonly TypeSet Views = new(
        ("System", "Memory`1"), ("System", "ReadOnlyMemory`1"), ("System.Collections.Immutable", "ImmutableArray`1"), (Threading, "CancellationToken"));

    /// <summary>Spans that whoever is given one can only read, and only as long as the call lasts.</summary>
    internal static readonly TypeSet ReadOnlySpans = new(("System", "ReadOnlySpan`1"));

    /// <summary>Structs for a part of an array; to make one that is longer than the array throws.</summary>
    internal static readonly TypeSet ArrayViews = new(
        ("System", "ArraySegment`1"), ("System", "Span`1"), ("System", "ReadOnlySpan`1"), ("System", "Memory`1"), ("System", "ReadOnlyMemory`1"));

    /// <summary>Makes such structs by extension methods.</summary>
    internal static readonly TypeSet MemoryExtensions = new(("System", "MemoryExtensions"));

    /// <summary>Types whose members run the delegates that they are given before they return, on the calling thread.</summary>
    internal static readonly TypeSet RunDelegatesAtOnce = new(
        ("System.Linq", "Enumerable"), ("System", "Array"), ("System", "Span`1"), (Generic, "List`1"), (Generic, "Dictionary`2"), (Generic, "HashSet`1"),
        ("System.Collections.Concurrent", "ConcurrentDictionary`2"), (Threading, "LazyInitializer"), ("System.Collections.Immutable", "ImmutableInterlocked"));

    /// <summary>Locks where they have one permit, and counters where they have more.</summary>
    internal static readonly TypeSet Semaphores = new((Threading, "SemaphoreSlim"), (Threading, "Semaphore"));

    /// <summary>Passed when as many have signalled as were counted.</summary>
    internal static readonly TypeSet Countdown = new((Threading, "CountdownEvent"));

    /// <summary>Kernel objects by which one thread lets another go on; a mutex is none.</summary>
    internal static readonly TypeSet Signals = new(
        (Threading, "WaitHandle"), (Threading, "EventWaitHandle"), (Threading, "AutoResetEvent"), (Threading, "ManualResetEvent"));

    /// <summary>What one who waits leaves for the other who lets him go on.</summary>
    internal static readonly TypeSet Waiters = new(
        (Tasks, "TaskCompletionSource"), (Tasks, "TaskCompletionSource`1"), (Threading, "ManualResetEventSlim"), (Threading, "EventWaitHandle"));

    /// <summary>What completes a task by a call.</summary>
    internal static readonly TypeSet CompletionSources = new((Tasks, "TaskCompletionSource"), (Tasks, "TaskCompletionSource`1"));

    /// <summary>What a dictionary is made of.</summary>
    internal static readonly TypeSet Pairs = new((Generic, "KeyValuePair`2"));

    /// <summary>Events that stay set for all who wait, until somebody resets them.</summary>
    internal static readonly TypeSet ManualEvents = new((Threading, "ManualResetEvent"), (Threading, "ManualResetEventSlim"));

    /// <summary>Collections that never change: what is added gives another one.</summary>
    internal static readonly TypeSet Immutable = new(
        (Immutables, "ImmutableList`1"), (Immutables, "ImmutableDictionary`2"), (Immutables, "ImmutableHashSet`1"), (Immutables, "ImmutableSortedDictionary`2"),
        (Immutables, "ImmutableSortedSet`1"), (Immutables, "ImmutableStack`1"), (Immutables, "ImmutableQueue`1"), (Immutables, "IImmutableList`1"),
        (Immutables, "IImmutableDictionary`2"), (Immutables, "IImmutableSet`1"), (Immutables, "IImmutableStack`1"), (Immutables, "IImmutableQueue`1"));

    /// <summary>Tasks, with a result or without.</summary>
    internal static readonly TypeSet Task = new((Tasks, "Task"), (Tasks, "Task`1"));

    /// <summary>Tasks, of either kind, with a result or without.</summary>
    internal static readonly TypeSet Awaited = new((Tasks, "Task"), (Tasks, "Task`1"), (Tasks, "ValueTask"), (Tasks, "ValueTask`1"));

    /// <summary>What an asynchronous method returns that has no result.</summary>
    internal static readonly TypeSet TaskOfNothing = new((Tasks, "Task"), (Tasks, "ValueTask"));

    /// <summary>What an asynchronous method returns that has a result.</summary>
    internal static readonly TypeSet TaskOfSomething = new((Tasks, "Task`1"), (Tasks, "ValueTask`1"));

    internal static readonly TypeSet Thread = new((Threading, "Thread"));

    internal static readonly TypeSet CancellationToken = new((Threading, "CancellationToken"));

    /// <summary>Runs its callback again and again, on threads of the pool.</summary>
    internal static readonly TypeSet Timer = new((Threading, "Timer"));

    internal static readonly TypeSet PeriodicTimer = new((Threading, "PeriodicTimer"));

    /// <summary>What a catch for everything names; one without a type names the object.</summary>
    internal static readonly TypeSet CatchAll = new(("System", "Object"), ("System", "Exception"));

    /// <summary>What a catch names that is meant for a cancellation too.</summary>
    internal static readonly TypeSet CatchCancellation = new(
        ("System", "Object"), ("System", "Exception"), ("System", "SystemException"), ("System", "OperationCanceledException"),
        (Tasks, "TaskCanceledException"));

    /// <summary>Types that have a name for no time, or for all time.</summary>
    internal static readonly TypeSet Times = new(("System", "TimeSpan"), (Threading, "Timeout"));

    /// <summary>Values of 128 bits, or of 64 and some more.</summary>
    internal static readonly TypeSet Wide = new(
        ("System", "Guid"), ("System", "DateTimeOffset"), ("System", "Memory`1"), ("System", "ReadOnlyMemory`1"), ("System", "ArraySegment`1"),
        ("System.Buffers", "ReadOnlySequence`1"), ("System", "Int128"), ("System", "UInt128"));

    internal static readonly TypeSet Stream = new(("System.IO", "Stream"));

    internal static readonly TypeSet TimeSpan = new(("System", "TimeSpan"));

    /// <summary>Collections to which an item that is there already can be added, and nothing happens.</summary>
    internal static readonly TypeSet Sets = new((Generic, "HashSet`1"), (Generic, "SortedSet`1"));

    /// <summary>Has a lock for its callers to hold while they go through it (ICollection.SyncRoot).</summary>
    internal static readonly TypeSet WithSyncRoot = new(("System.Collections", "ICollection"));

    /// <summary>The queries over what is in memory.</summary>
    internal static readonly TypeSet Queries = new(("System.Linq", "Enumerable"));

    internal static readonly TypeSet Enumerators = new(
        ("System.Collections", "IEnumerator"), (Generic, "IEnumerator`1"), (Generic, "IAsyncEnumerator`1"));

    internal static readonly TypeSet Disposables = new(("System", "IDisposable"), ("System", "IAsyncDisposable"));

    /// <summary>Holds a handle to memory, such as a view of a mapped file.</summary>
    internal static readonly TypeSet SafeBuffer = new(("System.Runtime.InteropServices", "SafeBuffer"));

    /// <summary>Says that nothing runs behind a call.</summary>
    internal static readonly TypeSet DoesNotReturnAttribute = new(("System.Diagnostics.CodeAnalysis", "DoesNotReturnAttribute"));

    /// <summary>Says that calls are left out where a symbol is not defined.</summary>
    internal static readonly TypeSet ConditionalAttribute = new(("System.Diagnostics", "ConditionalAttribute"));

    /// <summary>Says how the fields of a struct lie in memory.</summary>
    internal static readonly TypeSet StructLayoutAttribute = new(("System.Runtime.InteropServices", "StructLayoutAttribute"));
}
