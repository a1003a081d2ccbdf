using System;
using System.Threading;

namespace Corpus.Extra.Aio1002BaseCompletion.After;

public abstract class PendingReply
{
    protected bool Finished;
    protected Exception Failure;

    public bool IsFinished => Volatile.Read(ref Finished);

    protected void Fail(Exception e)
    {
        Failure = e;
        Volatile.Write(ref Finished, true);
    }
}

public sealed class PendingReply<TReply> : PendingReply
{
    private TReply _reply;
    private int _status;

    public void OnReceived(int status, TReply reply)
    {
        if (status >= 500)
        {
            Fail(new InvalidOperationException("remote failure " + status));
            return;
        }

        _status = status;
        _reply = reply;
        Volatile.Write(ref Finished, true);
    }

    public bool TryGet(out TReply reply, out int status)
    {
        reply = default;
        status = 0;
        if (!IsFinished)
        {
            return false;
        }

        if (Failure != null)
        {
            throw Failure;
        }

        reply = _reply;
        status = _status;
        return true;
    }
}
