using System;
using System.Collections.Generic;

namespace ReferenceRing;

/// <summary>
/// A request that is retried until it is done, with the sources that it waits for meanwhile (a kiocb of 2005). All its state is under the lock of its queue.
/// </summary>
public sealed class RetryRequest
{
    /// <summary>Makes a request that is not in the run list yet.</summary>
    public RetryRequest(RetryQueue queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        Queue = queue;
    }

    /// <summary>The queue that runs it.</summary>
    public RetryQueue Queue { get; }

    /// <summary>ki_wait: what it waits for.</summary>
    internal List<object> WaitList { get; } = [];

    /// <summary>KIF_KICKED: it has to run, or to run again.</summary>
    internal bool IsKicked { get; set; }

    /// <summary>Whether it must not be put into the run list: it is in it, or it runs, or it is done.</summary>
    internal bool IsBusy { get; set; }

    /// <summary>Whether a thread runs it.</summary>
    internal bool IsRunning { get; set; }

    /// <summary>Whether it is done: nothing runs it again.</summary>
    internal bool IsDone { get; set; }
}
