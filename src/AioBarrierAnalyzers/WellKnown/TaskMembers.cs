using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members by which tasks and their sources complete, and by which somebody learns of it. A completion is an interlocked change of the state; looking
/// at the state is a volatile read (memory-model.md section 2). Making or naming a task that is already complete is pure.
/// </summary>
internal static class TaskMembers
{
    private const string Tasks = "System.Threading.Tasks";
    private const string Compiler = "System.Runtime.CompilerServices";

    private static readonly MemberEffect State = Effects.Load(MemoryAction.AcquireLoad);
    private static readonly MemberEffect SameTask = Effects.Pure.With(MemberTraits.SameTask);
    private static readonly MemberEffect Get = Effects.Wait(MemoryAction.AcquireLoad);
    private static readonly MemberEffect Complete = Effects.Wake(MemoryAction.Atomic, value: 0).With(MemberTraits.Once);
    private static readonly MemberEffect TryComplete = Effects.Wake(MemoryAction.Atomic, value: 0, result: AtomicResult.Success);

    internal static readonly TypeRow[] Rows =
    {
        new(Tasks, "Task",
            new("get_IsCompleted", State),
            new("get_IsCompletedSuccessfully", State),
            new("get_IsCanceled", State),
            new("get_IsFaulted", State),
            new("get_Status", State),
            new("get_Exception", State),
            new("Wait", Effects.Wait(MemoryAction.AcquireLoad, result: AtomicResult.Success), parameters: -1, m => !m.ReturnsVoid),
            new("Wait", Get),
            new("WaitAsync", Get),
            new("WaitAll", Effects.Join(MemoryAction.AcquireLoad, 0).With(MemberTraits.MayFail)),
            new("WaitAny", Effects.Wait(MemoryAction.AcquireLoad, 0)),
            new("Yield", Effects.Yield),
            new("get_CompletedTask", Effects.Pure),
            new("get_Id", Effects.Pure),
            new("get_AsyncState", Effects.Pure),
            new("get_Factory", Effects.Pure),
            new("FromResult", Effects.Pure),
            new("FromException", Effects.Pure),
            new("FromCanceled", Effects.Pure),
            new("ConfigureAwait", SameTask),
            new("GetAwaiter", SameTask)),
        new(Tasks, "Task`1",
            new("get_Result", Get),
            new("WaitAsync", Get),
            new("get_Factory", Effects.Pure),
            new("ConfigureAwait", SameTask),
            new("GetAwaiter", SameTask)),
        ValueTask("ValueTask",
            new("get_CompletedTask", Effects.Pure),
            new("FromResult", Effects.Pure),
            new("FromException", Effects.Pure),
            new("FromCanceled", Effects.Pure)),
        ValueTask("ValueTask`1", new MemberRow("get_Result", Get)),
        Awaiter("TaskAwaiter"),
        Awaiter("TaskAwaiter`1"),
        Awaiter("ValueTaskAwaiter"),
        Awaiter("ValueTaskAwaiter`1"),
        Awaiter("ConfiguredTaskAwaitable+ConfiguredTaskAwaiter"),
        Awaiter("ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter"),
        Awaiter("ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter"),
        Awaiter("ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter"),
        Awaitable("ConfiguredTaskAwaitable"),
        Awaitable("ConfiguredTaskAwaitable`1"),
        Awaitable("ConfiguredValueTaskAwaitable"),
        Awaitable("ConfiguredValueTaskAwaitable`1"),
        CompletionSource("TaskCompletionSource"),
        CompletionSource("TaskCompletionSource`1"),

        // The state is plain; only the hand-over of the continuation is interlocked.
        new("System.Threading.Tasks.Sources", "ManualResetValueTaskSourceCore`1",
            new("SetResult", Complete),
            new("SetException", Complete),
            new("Reset", Effects.Store(MemoryAction.PlainStore)),
            new("GetStatus", State),
            new("GetResult", Effects.Load(MemoryAction.AcquireLoad)),
            new("get_Version", Effects.Load(MemoryAction.PlainLoad))),
    };

    private static TypeRow ValueTask(string name, params MemberRow[] own) =>
        new TypeRow(Tasks, name, own).Join(new(Tasks, name,
            new("get_IsCompleted", State),
            new("get_IsCompletedSuccessfully", State),
            new("get_IsCanceled", State),
            new("get_IsFaulted", State),
            new("AsTask", SameTask),
            new("Preserve", SameTask),
            new("ConfigureAwait", SameTask),
            new("GetAwaiter", SameTask),
            Constructors.Plain));

    private static TypeRow Awaiter(string name) =>
        new(Compiler, name,
            new("get_IsCompleted", State),
            new("GetResult", Get.With(MemberTraits.SameTask)));

    private static TypeRow Awaitable(string name) => new(Compiler, name, new MemberRow("GetAwaiter", SameTask));

    private static TypeRow CompletionSource(string name) =>
        new(Tasks, name,
            new("SetResult", Complete),
            new("SetException", Complete),
            new("SetCanceled", Complete),
            new("SetFromTask", Complete),
            new("TrySetResult", TryComplete),
            new("TrySetException", TryComplete),
            new("TrySetCanceled", TryComplete),
            new("TrySetFromTask", TryComplete),
            new("get_Task", Effects.Pure.With(MemberTraits.Promise)),
            Constructors.Plain);
}
