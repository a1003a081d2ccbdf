using System;
using System.Threading;

namespace Corpus.Extra.Aio3002LateContinuation.Before;

public sealed class ReadOperation
{
    private readonly byte[] _buffer;
    private Action _continuation;
    private volatile bool _isDone;
    private int _transferred;

    public ReadOperation(byte[] buffer)
    {
        _buffer = buffer;
    }

    public bool IsDone => _isDone;

    public ReadOnlyMemory<byte> Result => new ReadOnlyMemory<byte>(_buffer, 0, _transferred);

    public void OnCompleted(Action continuation)
    {
        if (_isDone)
        {
            continuation();
            return;
        }

        _continuation = continuation;
    }

    internal void Complete(int transferred)
    {
        _transferred = transferred;
        _isDone = true;
        Action continuation = _continuation;
        if (continuation != null)
            ThreadPool.QueueUserWorkItem(state => ((Action)state)(), continuation);
    }
}
