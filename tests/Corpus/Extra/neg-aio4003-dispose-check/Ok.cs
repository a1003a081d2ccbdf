using System;
using System.Threading;

namespace Corpus.Extra.NegAio4003DisposeCheck;

public sealed class Pipe : IDisposable
{
    private readonly Action<int> _write;
    private bool _disposed;

    public Pipe(Action<int> write) => _write = write;

    public void Write(int value)
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(Pipe));
        }

        _write(value);
    }

    public void Dispose() => Volatile.Write(ref _disposed, true);
}
