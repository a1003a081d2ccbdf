using System;
using System.Threading;

namespace Corpus.Extra.NegAio2001CancelledTwice;

public sealed class Session
{
    private readonly CancellationTokenSource _ending = new CancellationTokenSource();
    private int _isEnding;

    public bool IsEnding => Volatile.Read(ref _isEnding) == 1;

    public CancellationToken Ending => _ending.Token;

    public void End()
    {
        if (IsEnding)
            return;
        Interlocked.Exchange(ref _isEnding, 1);
        _ending.Cancel();
    }
}
