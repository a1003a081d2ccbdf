using System;
using System.Threading;

namespace Corpus.Extra.Aio2004CallbackSwap.Before;

public sealed class Deadline
{
    private Action _callback;

    public Deadline(Action callback) => _callback = callback;

    public void Expire() => Interlocked.Exchange(ref _callback, null)?.Invoke();

    public void Finish()
    {
        Action callback = _callback;
        _callback = null;
        callback?.Invoke();
    }
}
