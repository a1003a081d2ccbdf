using System;
using System.Threading;

namespace Corpus.Extra.Aio2004CallbackSwap.After;

public sealed class Deadline
{
    private Action _callback;

    public Deadline(Action callback) => _callback = callback;

    public void Expire() => Interlocked.Exchange(ref _callback, null)?.Invoke();

    public void Finish()
    {
        Action callback = Interlocked.Exchange(ref _callback, null);
        callback?.Invoke();
    }
}
