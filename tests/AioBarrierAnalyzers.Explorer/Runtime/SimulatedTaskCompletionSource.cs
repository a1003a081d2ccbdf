using System;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Explorer.Scheduling;
using AioBarrierAnalyzers.Explorer.Synchronization;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>TaskCompletionSource: what is before the completion happens before what a wait for the task lets go on.</summary>
public static class SimulatedTaskCompletionSource
{
    public static bool TrySetResult<T>(int site, TaskCompletionSource<T> key, T result)
    {
        Complete(site, key.Task);
        return key.TrySetResult(result);
    }

    public static bool TrySetResult(int site, TaskCompletionSource key)
    {
        Complete(site, key.Task);
        return key.TrySetResult();
    }

    public static void SetResult<T>(int site, TaskCompletionSource<T> key, T result)
    {
        Complete(site, key.Task);
        key.SetResult(result);
    }

    public static void SetResult(int site, TaskCompletionSource key)
    {
        Complete(site, key.Task);
        key.SetResult();
    }

    public static bool TrySetException<T>(int site, TaskCompletionSource<T> key, Exception error)
    {
        Complete(site, key.Task);
        return key.TrySetException(error);
    }

    public static bool TrySetCanceled<T>(int site, TaskCompletionSource<T> key)
    {
        Complete(site, key.Task);
        return key.TrySetCanceled();
    }

    internal static CounterState StateOf(SimulatedThread thread, Task task) =>
        thread.Execution.Objects.StateOf(task, static t => new CounterState("a task", t.IsCompleted ? 1 : 0, 1, isTaken: false));

    private static void Complete(int site, Task task)
    {
        if (SimulatedThread.Running is not { } thread) return;

        StateOf(thread, task).Release(thread, 1);
        Told.Do(thread, site, "completed");
    }
}
