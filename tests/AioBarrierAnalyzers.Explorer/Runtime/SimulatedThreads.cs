using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Explorer.Memory;
using AioBarrierAnalyzers.Explorer.Scheduling;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>Threads that the program starts itself: what is before the start happens before the body, and the body before what waits for it.</summary>
public static class SimulatedThreads
{
    /// <summary>Notes the body of a thread that is made and not started.</summary>
    public static Thread Make(Thread thread, Delegate body)
    {
        StateOf(thread).Body = body;
        return thread;
    }

    public static void Start(int site, Thread key) => Start(site, key, null);

    public static void Start(int site, Thread key, object? argument)
    {
        var state = StateOf(key);
        var body = state.Body ?? throw new UnsupportedConstructException("a thread that was made elsewhere", Execution.Ambient!.Sites[site]);
        state.Simulated = Spawn(site, key.Name ?? "started thread", body is ThreadStart start ? () => start() : () => ((ParameterizedThreadStart)body)(argument));
    }

    public static void Join(int site, Thread key) => Join(site, key, Timeout.Infinite);

    public static bool Join(int site, Thread key, TimeSpan timeout) => Join(site, key, (int)timeout.TotalMilliseconds);

    public static bool Join(int site, Thread key, int timeout) => StateOf(key).Simulated is not { } other || JoinOther(site, other, timeout);

    public static bool get_IsAlive(int site, Thread key) => StateOf(key).Simulated is { IsFinished: false };

    public static bool QueueUserWorkItem(int site, WaitCallback body) => QueueUserWorkItem(site, body, null);

    public static bool QueueUserWorkItem(int site, WaitCallback body, object? state)
    {
        Spawn(site, "work item", () => body(state));
        return true;
    }

    public static bool QueueUserWorkItem<T>(int site, Action<T> body, T state, bool preferLocal)
    {
        Spawn(site, "work item", () => body(state));
        return true;
    }

    public static bool UnsafeQueueUserWorkItem(int site, WaitCallback body, object? state) => QueueUserWorkItem(site, body, state);

    public static bool UnsafeQueueUserWorkItem<T>(int site, Action<T> body, T state, bool preferLocal) => QueueUserWorkItem(site, body, state, preferLocal);

    public static bool UnsafeQueueUserWorkItem(int site, IThreadPoolWorkItem item, bool preferLocal)
    {
        Spawn(site, "work item", item.Execute);
        return true;
    }

    public static Task Run(int site, Action body)
    {
        var task = new TaskCompletionSource();
        Tasks().GetOrCreateValue(task.Task).Simulated = Spawn(site, "task", () =>
        {
            body();
            task.SetResult();
        });
        return task.Task;
    }

    public static Task<T> Run<T>(int site, Func<T> body)
    {
        var task = new TaskCompletionSource<T>();
        Tasks().GetOrCreateValue(task.Task).Simulated = Spawn(site, "task", () => task.SetResult(body()));
        return task.Task;
    }

    public static Task Run(int site, Func<Task> body) => throw new UnsupportedConstructException("an asynchronous task", Execution.Ambient!.Sites[site]);

    public static Task Run(int site, Action body, System.Threading.CancellationToken token) => Run(site, body);

    public static Task Run(int site, Func<Task> body, System.Threading.CancellationToken token) => Run(site, body);

    public static T get_Result<T>(int site, Task<T> task)
    {
        Wait(site, task);
        return task.Result;
    }

    public static bool get_IsCompleted(int site, Task task)
    {
        if (SimulatedThread.Running is not { } thread) return task.IsCompleted;
        if (!Tasks().TryGetValue(task, out var state) || state.Simulated is not { } other)
        {
            return SimulatedTaskCompletionSource.StateOf(thread, task).Look(thread) != 0;
        }

        thread.Execution.Point(thread);
        if (other.IsFinished) thread.Memory.Current.Join(other.Memory.Current);
        return other.IsFinished;
    }

    public static void Wait(int site, Task task) => Wait(site, task, Timeout.Infinite);

    public static bool Wait(int site, Task task, int timeout)
    {
        var thread = Told.Required(site);
        return Tasks().TryGetValue(task, out var state) && state.Simulated is { } other
            ? JoinOther(site, other, timeout)
            : SimulatedTaskCompletionSource.StateOf(thread, task).Wait(thread, timeout);
    }

    public static void WaitAll(int site, params Task[] tasks)
    {
        foreach (var task in tasks) Wait(site, task);
    }

    public static bool Yield(int site)
    {
        if (SimulatedThread.Running is { } thread) thread.Execution.Yield(thread);

        return true;
    }

    public static void Sleep(int site, int milliseconds) => Yield(site);

    public static void Sleep(int site, TimeSpan time) => Yield(site);

    public static void SpinWait(int site, int iterations) => Yield(site);

    public static void SpinOnce(int site) => Yield(site);

    public static void SpinOnce(int site, int sleepThreshold) => Yield(site);

    public static void SpinUntil(int site, Func<bool> condition)
    {
        while (!condition()) Yield(site);
    }

    public static int CurrentId(int site) => SimulatedThread.Running is { } thread ? thread.Id + 1 : 0;

    /// <summary>At the start of each iteration of a loop.</summary>
    public static void LoopBack()
    {
        if (SimulatedThread.Running is { } thread) thread.Execution.LoopBack(thread);
    }

    /// <summary>Whether a catch clause may catch: the end of an execution passes through all.</summary>
    public static bool MayCatch() => SimulatedThread.Running is not { Execution.IsOver: true };

    private static SimulatedThread Spawn(int site, string name, Action body)
    {
        var parent = Told.Required(site);
        parent.Execution.Point(parent);
        SimulatedMemory.CompletePending(parent, null);
        parent.Execution.Memory.ShareAll();
        var child = parent.Execution.Add(name, body);
        parent.Memory.Current.Tick(parent.Id);
        child.Memory.Current.Join(parent.Memory.Current);
        parent.Execution.Memory.NoteChange();
        Told.Do(parent, site, $"starts {name}");
        return child;
    }

    private static bool JoinOther(int site, SimulatedThread other, int timeout)
    {
        var thread = Told.Required(site);
        if (!thread.Execution.Block(thread, other, timeout)) return false;

        thread.Memory.Current.Join(other.Memory.Current);
        Told.Do(thread, site, $"{other.Name} has ended");
        return true;
    }

    private static ConditionalWeakTable<Task, State> Tasks() => State.Tasks;

    private static State StateOf(Thread thread) => State.Threads.GetOrCreateValue(thread);

    private sealed class State
    {
        public static readonly ConditionalWeakTable<Thread, State> Threads = [];

        public static readonly ConditionalWeakTable<Task, State> Tasks = [];

        public Delegate? Body { get; set; }

        public SimulatedThread? Simulated { get; set; }
    }
}
