using System;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3002IdleWaiterLeftBehind.After;

public interface IJob
{
    string Key { get; }
    Task ExecuteAsync();
}

public class TaskJobPool
{
    private readonly object syncRoot = new object();
    private readonly int maxConcurrency;
    private readonly Action<string, Exception> onError;
    private TaskCompletionSource idleSource;
    private int executing;
    private bool halted;

    public TaskJobPool(int maxConcurrency, Action<string, Exception> onError)
    {
        this.maxConcurrency = maxConcurrency;
        this.onError = onError;
    }

    public bool TryRun(IJob job)
    {
        lock (syncRoot)
        {
            if (halted || executing >= maxConcurrency)
            {
                return false;
            }

            executing++;
        }

        _ = Task.Run(() => RunJobAsync(job));
        return true;
    }

    public async Task ShutdownAsync(bool waitForJobs)
    {
        lock (syncRoot)
        {
            halted = true;
        }

        if (waitForJobs)
        {
            await WhenIdleAsync().ConfigureAwait(false);
        }
    }

    public Task WhenIdleAsync()
    {
        lock (syncRoot)
        {
            if (executing == 0)
            {
                return Task.CompletedTask;
            }

            idleSource ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return idleSource.Task;
        }
    }

    private async Task RunJobAsync(IJob job)
    {
        try
        {
            await job.ExecuteAsync().ConfigureAwait(false);
        }
        catch (Exception ex)
        {
            onError(job.Key, ex);
        }
        finally
        {
            JobFinished();
        }
    }

    private void JobFinished()
    {
        TaskCompletionSource toSignal = null;
        lock (syncRoot)
        {
            executing--;
            if (executing == 0)
            {
                toSignal = idleSource;
                idleSource = null;
            }
        }

        toSignal?.SetResult();
    }
}
