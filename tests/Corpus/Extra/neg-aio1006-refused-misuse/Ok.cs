using System;
using System.Runtime.CompilerServices;

namespace Corpus.Extra.NegAio1006RefusedMisuse;

public sealed class Secret
{
    private readonly object _gate = new();
    private char[]? _buffer = new char[8];
    private volatile bool _isFixed;
    private int _length;

    public void Append(char c)
    {
        lock (_gate)
        {
            Ensure();
            EnsureOpen();
            if (_length == _buffer!.Length)
            {
                char[] old = _buffer;
                var larger = new char[_length * 2];
                Array.Copy(old, larger, _length);
                _buffer = larger;
            }

            _buffer[_length++] = c;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Ensure();
            EnsureOpen();
            _length = 0;
            Array.Clear(_buffer!);
        }
    }

    public void Fix()
    {
        Ensure();
        _isFixed = true;
    }

    public bool IsFixed
    {
        get
        {
            Ensure();
            return _isFixed;
        }
    }

    private void EnsureOpen()
    {
        if (_isFixed)
        {
            throw new InvalidOperationException();
        }
    }

    private void Ensure()
    {
        if (_buffer == null)
        {
            throw new ObjectDisposedException(nameof(Secret));
        }
    }
}
