using AioBarrierAnalyzers.MemoryModel;

namespace AioBarrierAnalyzers.WellKnown;

/// <summary>
/// Admitted: members that hand a delegate or a work item to another thread, and constructors of the objects that will. Everything before the call is visible to
/// the body: "necessarily incurs the appropriate barriers" (memory-model.md section 2). What the queueing thread does afterwards is taken to be
/// ordered too (an implementation fact; in doubt silent); a constructor that only keeps the delegate orders nothing.
/// The value parameter is the delegate or work item: the first such parameter of the overload.
/// </summary>
internal static class StartMembers
{
    private const string Threading = "System.Threading";
    private const string Tasks = "System.Threading.Tasks";
    private const string Compiler = "System.Runtime.CompilerServices";

    private static readonly MemberEffect Start = Effects.Start(MemoryAction.FullFence);
    private static readonly MemberEffect StartSelf = Effects.Start(MemoryAction.FullFence, Effects.Receiver);
    private static readonly MemberEffect Make = Effects.Start(MemoryAction.Nothing);

    internal static readonly TypeRow[] Rows =
    {
        new(Threading, "Thread",
            new(".ctor", Make),
            new("Start", StartSelf.With(MemberTraits.MayFail)),
            new("UnsafeStart", StartSelf.With(MemberTraits.MayFail))),
        new(Threading, "Timer",
            new(".ctor", Start with { DueParameter = 2, PeriodParameter = 3 }),
            new("Change", StartSelf)),
        new("System.Timers", "Timer",
            new("Start", StartSelf),
            new("set_Enabled", StartSelf),
            new("add_Elapsed", Make)),
        Raiser("System.IO", "FileSystemWatcher", Make, "add_Created", "add_Changed", "add_Deleted", "add_Renamed", "add_Error")
            .Join(new("System.IO", "FileSystemWatcher", new MemberRow("set_EnableRaisingEvents", StartSelf))),
        Raiser("System.Diagnostics", "Process", Start, "add_Exited", "add_OutputDataReceived", "add_ErrorDataReceived"),
        Raiser("System", "AppDomain", Start, "add_ProcessExit", "add_UnhandledException", "add_FirstChanceException", "add_AssemblyLoad"),
        Raiser("System", "Console", Start, "add_CancelKeyPress"),
        Raiser(Tasks, "TaskScheduler", Start, "add_UnobservedTaskException"),
        Raiser("System.Net.NetworkInformation", "NetworkChange", Start, "add_NetworkAddressChanged", "add_NetworkAvailabilityChanged"),
        new(Threading, "ThreadPool",
            new("QueueUserWorkItem", Start),
            new("UnsafeQueueUserWorkItem", Start),
            new("UnsafeQueueNativeOverlapped", Start),
            new("RegisterWaitForSingleObject", Start),
            new("UnsafeRegisterWaitForSingleObject", Start)),
        new TypeRow(Threading, "SynchronizationContext",
            new("Post", Start),
            new("Send", Start)).With(static e => e.With(MemberTraits.MayRunHere)),
        new(Threading, "CancellationToken",
            new("Register", Start),
            new("UnsafeRegister", Start)),
        new(Tasks, "Task",
            new(".ctor", Make),
            new("Run", Start),
            new("Start", StartSelf),
            new("ContinueWith", Start.With(MemberTraits.Continuation))),
        new(Tasks, "Task`1",
            new(".ctor", Make),
            new("ContinueWith", Start.With(MemberTraits.Continuation))),
        Factory("TaskFactory"),
        Factory("TaskFactory`1"),
        new(Tasks, "TaskScheduler",
            new MemberRow("QueueTask", Start)),
        new TypeRow(Tasks, "Parallel",
            new("For", Start),
            new("ForEach", Start),
            new("Invoke", Start),
            new("ForAsync", Start),
            new("ForEachAsync", Start)).With(static e => e.With(MemberTraits.Parallel)),
        Awaiter("TaskAwaiter"),
        Awaiter("TaskAwaiter`1"),
        Awaiter("ValueTaskAwaiter"),
        Awaiter("ValueTaskAwaiter`1"),
        Awaiter("ConfiguredTaskAwaitable+ConfiguredTaskAwaiter"),
        Awaiter("ConfiguredTaskAwaitable`1+ConfiguredTaskAwaiter"),
        Awaiter("ConfiguredValueTaskAwaitable+ConfiguredValueTaskAwaiter"),
        Awaiter("ConfiguredValueTaskAwaitable`1+ConfiguredValueTaskAwaiter"),
        new("System.Threading.Tasks.Sources", "ManualResetValueTaskSourceCore`1",
            new MemberRow("OnCompleted", Start)),
    };

    /// <summary>A type of the framework that raises events on threads of its own.</summary>
    private static TypeRow Raiser(string space, string name, MemberEffect effect, params string[] events) =>
        new(space, name, System.Array.ConvertAll(events, e => new MemberRow(e, effect)));

    private static TypeRow Factory(string name) =>
        new(Tasks, name,
            new("StartNew", Start),
            new("ContinueWhenAll", Start),
            new("ContinueWhenAny", Start));

    private static TypeRow Awaiter(string name) =>
        new(Compiler, name,
            new("OnCompleted", Start),
            new("UnsafeOnCompleted", Start));
}
