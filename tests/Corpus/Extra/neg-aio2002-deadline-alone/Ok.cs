using System;
using System.Threading;

namespace Corpus.Extra.NegAio2002DeadlineAlone;

public enum CallOutcome
{
    Completed,
    DeadlineExceeded,
    Cancelled
}

public sealed class DeadlineNotice : IDisposable
{
    private readonly Action<CallOutcome> _finish;
    private readonly Timer _timer;
    private volatile bool _armed;

    public DeadlineNotice(TimeSpan deadline, Action<CallOutcome> finish)
    {
        _finish = finish;
        _armed = true;
        _timer = new Timer(static s => ((DeadlineNotice)s).OnDeadline(), this, deadline, Timeout.InfiniteTimeSpan);
    }

    public bool IsPending => _armed;

    public void Dispose()
    {
        _timer.Dispose();
    }

    private void OnDeadline()
    {
        Settle(CallOutcome.DeadlineExceeded);
    }

    private bool Settle(CallOutcome outcome)
    {
        if (_armed)
        {
            _armed = false;
            _finish(outcome);
            return true;
        }
        return false;
    }
}
