using System;
using System.Threading;

namespace Corpus.Extra.Aio2002DeadlineSettledTwice.After;

public enum CallOutcome
{
    Completed,
    DeadlineExceeded,
    Cancelled
}

public sealed class CallDeadlineGuard : IDisposable
{
    private readonly Action<CallOutcome> _finish;
    private readonly Timer _timer;
    private readonly CancellationTokenRegistration _registration;
    private int _armed;

    public CallDeadlineGuard(TimeSpan deadline, Action<CallOutcome> finish, CancellationToken token)
    {
        _finish = finish;
        _armed = 1;
        _timer = new Timer(static s => ((CallDeadlineGuard)s).OnDeadline(), this, deadline, Timeout.InfiniteTimeSpan);
        _registration = token.UnsafeRegister(static s => ((CallDeadlineGuard)s).OnCancelled(), this);
    }

    public bool IsPending => Volatile.Read(ref _armed) != 0;

    public bool TryComplete() => Settle(CallOutcome.Completed);

    public void Dispose()
    {
        _timer.Dispose();
        _registration.Dispose();
    }

    private void OnDeadline()
    {
        Settle(CallOutcome.DeadlineExceeded);
    }

    private void OnCancelled()
    {
        Settle(CallOutcome.Cancelled);
    }

    private bool Settle(CallOutcome outcome)
    {
        if (Interlocked.Exchange(ref _armed, 0) != 0)
        {
            _finish(outcome);
            return true;
        }
        return false;
    }
}
