using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Corpus.Extra.NegAio4003RefStruct;

public ref struct Reader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private long _length;
    private long _read;

    public Reader(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _length = -1;
        _read = 0;
    }

    public readonly long Left => Length - _read;

    public readonly long Length
    {
        get
        {
            if (_length < 0)
            {
                Volatile.Write(ref Unsafe.AsRef(in _length), _bytes.Length);
            }

            return _length;
        }
    }

    public void Advance(int count) => _read += count;
}
