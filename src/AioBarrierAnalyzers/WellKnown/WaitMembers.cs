using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members by which one thread waits for another or lets it go on, and those that give up time. What a release or set orders is what the wait that it
/// satisfies sees ([INF], memory-model.md section 2); beyond that a member counts as a full fence where every path through it does an interlocked operation,
/// takes a lock or enters the kernel, and as an acquire where a fast path only reads a volatile field. In doubt that is too much and never too little: a fence
/// that is not promised costs a finding, a fence that is overlooked costs a false alarm.
/// </summary>
internal static class WaitMembers
{
    private const string Threading = "System.Threading";

    private static readonly MemberEffect AcquireLoad = Effects.Load(MemoryAction.AcquireLoad);
    private static readonly MemberEffect AtomicStore = Effects.Store(MemoryAction.Atomic);
    private static readonly MemberEffect AtomicWake = Effects.Wake(MemoryAction.Atomic);
    private static readonly MemberEffect AtomicTryWake = Effects.Wake(MemoryAction.Atomic, result: AtomicResult.Success);
    private static readonly MemberEffect AtomicChange = Effects.Atomic(AtomicResult.None);
    private static readonly MemberEffect FenceWait = Effects.Wait(MemoryAction.Atomic);
    private static readonly MemberEffect FenceTryWait = Effects.Wait(MemoryAction.Atomic, result: AtomicResult.Success);
    private static readonly MemberEffect AcquireWait = Effects.Wait(MemoryAction.AcquireLoad);
    private static readonly MemberEffect AcquireTryWait = Effects.Wait(MemoryAction.AcquireLoad, result: AtomicResult.Success);

    internal static readonly TypeRow[] Rows =
    {
        // Kernel objects. WaitOne is a lock's entry when the receiver is a mutex: KnownMembers asks.
        new TypeRow(Threading, "WaitHandle",
            new("WaitOne", FenceWait, parameters: 0),
            new("WaitOne", FenceTryWait),
            new("WaitAny", Effects.Wait(MemoryAction.Atomic, 0)),
            new("WaitAll", Effects.Wait(MemoryAction.Atomic, 0)),
            new("SignalAndWait", Effects.Wait(MemoryAction.Atomic, 1))).With(static e => e.With(MemberTraits.Permit)),
        new(Threading, "EventWaitHandle",
            new("Set", AtomicWake),
            new("Reset", AtomicStore),
            Constructors.Plain),
        new(Threading, "AutoResetEvent", Constructors.Plain),
        new(Threading, "ManualResetEvent", Constructors.Plain),
        new(Threading, "Semaphore",
            new("Release", Effects.Wake(MemoryAction.Atomic, result: AtomicResult.OldValue).With(MemberTraits.Permit).With(MemberTraits.Once)),
            Constructors.Plain),
        new(Threading, "Thread",
            new("Sleep", Effects.Yield),
            new("Yield", Effects.Yield),
            new("SpinWait", Effects.Yield),
            new("Interrupt", Effects.Wake(MemoryAction.Nothing)),
            new("Join", Effects.Join(MemoryAction.FullFence, Effects.Receiver), parameters: 0),
            new("Join", Effects.Join(MemoryAction.FullFence, Effects.Receiver) with { Result = AtomicResult.Success }),
            new("get_IsAlive", AcquireLoad),
            new("get_CurrentThread", Effects.Pure),
            new("get_ManagedThreadId", Effects.Pure),
            new("get_IsBackground", Effects.Pure),
            new("set_IsBackground", Effects.Pure),
            new("get_Name", Effects.Pure),
            new("set_Name", Effects.Pure),
            new("GetCurrentProcessorId", Effects.Pure),
            new("BeginCriticalRegion", Effects.Pure),
            new("EndCriticalRegion", Effects.Pure)),
        new(Threading, "SpinWait",
            new("SpinOnce", Effects.Yield),
            new("SpinUntil", Effects.Wait(MemoryAction.Nothing, Effects.Absent) with { ValueParameter = 0 }, parameters: 1),
            new("SpinUntil", Effects.Wait(MemoryAction.Nothing, Effects.Absent, AtomicResult.Success) with { ValueParameter = 0 }),
            new("Reset", Effects.Pure),
            new("get_Count", Effects.Pure),
            new("get_NextSpinWillYield", Effects.Pure),
            Constructors.Plain),

        // Set does a compare-exchange so that what follows it is not read early ([SRC], the good example of section 2); Wait may only read.
        new(Threading, "ManualResetEventSlim",
            new("Set", AtomicWake),
            new("Reset", AtomicStore),
            new("get_IsSet", AcquireLoad),
            new("Wait", AcquireWait, parameters: 0),
            new("Wait", AcquireWait, parameters: 1, m => m.ReturnsVoid),
            new("Wait", AcquireTryWait),
            Constructors.Plain),

        // Wait and Release take a lock inside on every path. Only the user knows whether the semaphore serves as a lock.
        new(Threading, "SemaphoreSlim",
            new("Wait", PermitOf(FenceTryWait), parameters: -1, m => !m.ReturnsVoid),
            new("Wait", PermitOf(FenceWait)),
            new("WaitAsync", PermitOf(FenceWait).With(MemberTraits.Awaitable), parameters: 0),
            new("WaitAsync", PermitOf(FenceTryWait).With(MemberTraits.Awaitable), parameters: -1,
                m => m.ReturnType is INamedTypeSymbol { IsGenericType: true }),
            new("WaitAsync", PermitOf(FenceWait).With(MemberTraits.Awaitable)),
            new("Release", PermitOf(Effects.Wake(MemoryAction.Atomic, result: AtomicResult.OldValue)).With(MemberTraits.Once)),
            new("get_CurrentCount", AcquireLoad),
            Constructors.Plain),
        new(Threading, "CountdownEvent",
            new("Signal", AtomicTryWake.With(MemberTraits.Once)),
            new("AddCount", AtomicChange),
            new("TryAddCount", Effects.Atomic(AtomicResult.Success)),
            new("Reset", AtomicStore),
            new("Wait", AcquireTryWait, parameters: -1, m => !m.ReturnsVoid),
            new("Wait", AcquireWait),
            new("get_IsSet", AcquireLoad),
            new("get_CurrentCount", AcquireLoad),
            new("get_InitialCount", AcquireLoad),
            Constructors.Plain),
        new(Threading, "Barrier",
            new("SignalAndWait", FenceTryWait, parameters: -1, m => !m.ReturnsVoid),
            new("SignalAndWait", FenceWait),
            new("AddParticipant", AtomicChange),
            new("AddParticipants", AtomicChange),
            new("RemoveParticipant", AtomicChange),
            new("RemoveParticipants", AtomicChange),
            new("get_CurrentPhaseNumber", AcquireLoad),
            new("get_ParticipantCount", AcquireLoad),
            new("get_ParticipantsRemaining", AcquireLoad),
            Constructors.Plain),
        new(Threading, "PeriodicTimer",
            new MemberRow("WaitForNextTickAsync", AcquireTryWait)),
        new(Threading, "CancellationTokenSource",
            new("Cancel", AtomicWake),
            new("CancelAsync", AtomicWake),
            new("CancelAfter", AtomicWake),
            new("get_IsCancellationRequested", AcquireLoad),
            new("get_Token", Effects.Pure),
            new(".ctor", Effects.Pure, parameters: 0)),
        new(Threading, "CancellationToken",
            new("get_IsCancellationRequested", AcquireLoad),
            new("ThrowIfCancellationRequested", Effects.Load(MemoryAction.AcquireLoad, result: AtomicResult.None).With(MemberTraits.MayFail)),
            new("get_CanBeCanceled", Effects.Pure),
            new("get_None", Effects.Pure),
            new("Equals", Effects.Pure, parameters: 1, m => m.Parameters[0].Type.IsValueType),
            new("op_Equality", Effects.Pure),
            new("op_Inequality", Effects.Pure),
            Constructors.Plain),

        // Dispose waits for the callback unless it is called by it; DisposeAsync gives a task that does. Unregister waits for nobody.
        new(Threading, "CancellationTokenRegistration",
            new MemberRow("Dispose", Effects.TakeBack(MemoryAction.AcquireLoad))),
        new("System", "Lazy`1",
            new("get_Value", AcquireLoad),
            new("get_IsValueCreated", AcquireLoad),
            Constructors.Plain),
    };

    private static MemberEffect PermitOf(MemberEffect effect) => effect.With(MemberTraits.Permit) with { Family = LockFamily.Semaphore };
}
