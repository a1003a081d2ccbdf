using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003Signalled;

public sealed class Reply
{
    private readonly ManualResetEventSlim _arrived = new ManualResetEventSlim();
    private bool _failed;

    public void Fail()
    {
        _failed = true;
        _arrived.Set();
    }

    public void Succeed() => _arrived.Set();

    public bool Wait()
    {
        _arrived.Wait();
        return !Volatile.Read(ref _failed);
    }

    public bool Peek(Action retry)
    {
        if (Volatile.Read(ref _failed))
        {
            retry();
            return false;
        }

        return _arrived.IsSet;
    }
}
