using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio2004AssertedAwaitable;

public sealed class Signal
{
    private static readonly Action s_completed = static () => { };
    private Action _callback;

    public void OnCompleted(Action continuation)
    {
        if (ReferenceEquals(_callback, s_completed) || ReferenceEquals(Interlocked.CompareExchange(ref _callback, continuation, null), s_completed))
        {
            Task.Run(continuation);
        }
    }

    public void GetResult()
    {
        System.Diagnostics.Debug.Assert(ReferenceEquals(_callback, s_completed));
        _callback = null;
    }

    public void Complete() => Interlocked.Exchange(ref _callback, s_completed)?.Invoke();
}
