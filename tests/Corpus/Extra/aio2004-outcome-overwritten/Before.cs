using System;
using System.Threading;

namespace Corpus.Extra.Aio2004OutcomeOverwritten.Before;

public sealed class Attempt
{
    private const int Pending = 0;
    private const int Succeeded = 1;
    private const int TimedOut = 2;

    private readonly ManualResetEventSlim _ended = new(false);
    private int _outcome;

    public bool TrySucceed()
    {
        if (Interlocked.CompareExchange(ref _outcome, Succeeded, Pending) != Pending)
        {
            return false;
        }

        _ended.Set();
        return true;
    }

    public void OnTimeout()
    {
        Volatile.Write(ref _outcome, TimedOut);
        _ended.Set();
    }

    public bool Wait()
    {
        _ended.Wait();
        return Volatile.Read(ref _outcome) == Succeeded;
    }
}
