using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003ClaimedThenFailed;

public sealed class OneShot<T>
{
    private readonly Func<T> _make;
    private int _state;
    private Exception _failure;
    private T _result;

    public OneShot(Func<T> make) => _make = make;

    public bool HasResult => Volatile.Read(ref _state) == 2;

    private bool HasFailed => Volatile.Read(ref _failure) != null;

    public T Get()
    {
        if (HasResult)
            return _result;

        if (Interlocked.CompareExchange(ref _state, 1, 0) == 0)
        {
            try
            {
                _result = _make();
            }
            catch (Exception e)
            {
                Volatile.Write(ref _failure, e);
                throw;
            }

            Volatile.Write(ref _state, 2);
            return _result;
        }

        SpinWait.SpinUntil(() => HasResult || HasFailed);
        Exception failure = Volatile.Read(ref _failure);
        return failure is null ? _result : throw failure;
    }
}
