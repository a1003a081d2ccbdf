using System;
using System.Threading;

namespace Corpus.Extra.Aio1004PollCompleted.After;

public abstract class OverlappedBase
{
    protected const int Pending = 0;
    protected const int Done = 1;

    protected int State;

    protected bool IsDone => Volatile.Read(ref State) == Done;
}

public sealed class OverlappedRead : OverlappedBase
{
    private int _status;
    private int _bytes;

    public void Begin(Action<Action<int, int>> submit)
    {
        Volatile.Write(ref State, Pending);
        submit(OnCompleted);
    }

    public bool TryGetResult(out int status, out int bytes)
    {
        if (!IsDone)
        {
            status = bytes = 0;
            return false;
        }

        status = _status;
        bytes = _bytes;
        return true;
    }

    private void OnCompleted(int status, int bytes)
    {
        _status = status;
        _bytes = bytes;
        Interlocked.Exchange(ref State, Done);
    }
}
