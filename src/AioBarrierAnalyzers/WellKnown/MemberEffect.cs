using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>The effect of one library member. Parameters are counted as declared, so the receiver of an extension method is parameter 0.</summary>
internal readonly struct MemberEffect
{
    /// <summary>Stands for the receiver where a parameter is asked for.</summary>
    internal const int Receiver = -1;

    /// <summary>Stands for no parameter at all.</summary>
    internal const int Absent = -2;

    // Kept with an offset, so that the default value of the structure has no parameters.
    private readonly sbyte _location;
    private readonly sbyte _value;
    private readonly sbyte _comparand;
    private readonly sbyte _success;
    private readonly sbyte _due;
    private readonly sbyte _period;

    internal MemberEffect(MemberRole role, MemoryAction action)
    {
        Role = role;
        Action = action;
    }

    /// <summary>What the member does.</summary>
    internal MemberRole Role { get; }

    /// <summary>
    /// The order that comes with it. Read it together with <see cref="Role"/>: <c>Interlocked.Read</c> is a load with the order of an atomic operation, and a
    /// successful take from a thread-safe collection has the order of an acquire.
    /// </summary>
    internal MemoryAction Action { get; }

    /// <summary>The argument that is (or leads to) the location, lock or collection.</summary>
    internal int LocationParameter
    {
        get => _location + Absent;
        init => _location = (sbyte)(value - Absent);
    }

    /// <summary>The argument that is the value stored, the item added or (as <c>out</c>) got, the source of a copy, or the delegate handed over.</summary>
    internal int ValueParameter
    {
        get => _value + Absent;
        init => _value = (sbyte)(value - Absent);
    }

    /// <summary>The argument that a compare-exchange compares with.</summary>
    internal int ComparandParameter
    {
        get => _comparand + Absent;
        init => _comparand = (sbyte)(value - Absent);
    }

    /// <summary>The <c>ref bool</c> argument that says whether a lock was taken.</summary>
    internal int SuccessParameter
    {
        get => _success + Absent;
        init => _success = (sbyte)(value - Absent);
    }

    /// <summary>The argument that says when a timer runs for the first time, in milliseconds or as a time span.</summary>
    internal int DueParameter
    {
        get => _due + Absent;
        init => _due = (sbyte)(value - Absent);
    }

    /// <summary>The argument that says how long a timer waits between two runs, in milliseconds or as a time span.</summary>
    internal int PeriodParameter
    {
        get => _period + Absent;
        init => _period = (sbyte)(value - Absent);
    }

    /// <summary>What the returned value says.</summary>
    internal AtomicResult Result { get; init; }

    /// <summary>What kind of lock it takes, gives back or asks for.</summary>
    internal LockFamily Family { get; init; }

    /// <summary>What sets it apart from others of its role.</summary>
    internal MemberTraits Traits { get; init; }

    /// <summary>+1 for an increment, -1 for a decrement, else 0.</summary>
    internal int Delta { get; init; }

    /// <summary>Whether a fence holds for every thread of the process, so that the other side needs none (memory-model.md section 2).</summary>
    internal bool IsProcessWide { get; init; }

    /// <summary>Whether the lock lets other readers in: it protects reads and no writes.</summary>
    internal bool IsSharedLock { get; init; }

    /// <summary>Whether the shared lock is the upgradeable one: it keeps writers out, so that what is read under it may be acted on.</summary>
    internal bool IsUpgradeableLock { get; init; }

    /// <summary>Whether the collection may be used by several threads at once.</summary>
    internal bool IsThreadSafe { get; init; }

    /// <summary>Whether the call may block, or gives an awaitable, until another thread acts.</summary>
    internal bool IsBlocking { get; init; }

    /// <summary>Whether the member has a trait.</summary>
    internal bool Is(MemberTraits trait) => (Traits & trait) != 0;

    /// <summary>The same effect with another trait.</summary>
    internal MemberEffect With(MemberTraits trait) => this with { Traits = Traits | trait };
}
