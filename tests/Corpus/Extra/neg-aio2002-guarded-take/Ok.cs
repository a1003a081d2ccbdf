using System.Threading;
using System.Threading.Tasks;

namespace Cases.GuardedTake;

/// <summary>One request at a time is put into the slot, and only where it is empty; the one worker takes it out.</summary>
public sealed class RequestSlot
{
    private TaskCompletionSource<int>? _request;

    public Task<int>? TryPut()
    {
        var request = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _request, request, null) is null ? request.Task : null;
    }

    /// <summary>Called by the worker alone: while a request is there, nobody else touches the slot.</summary>
    public bool Serve(int answer)
    {
        TaskCompletionSource<int>? request = Volatile.Read(ref _request);
        if (request is null)
            return false;
        Interlocked.Exchange(ref _request, null);
        request.TrySetResult(answer);
        return true;
    }
}
