using System;

namespace Corpus.Extra.NegAio2007Finalizer;

public class Handle : IDisposable
{
    private object? _buffer = new();
    private readonly object _gate = new();

    ~Handle() => Free();

    public int Size
    {
        get
        {
            if (_buffer != null)
            {
                return _buffer.GetHashCode();
            }

            return 0;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Free();
        }

        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_buffer != null)
        {
            _buffer.ToString();
            _buffer = null;
        }
    }
}
