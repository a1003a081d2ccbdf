using System;
using System.Collections.Concurrent;

namespace Corpus.Extra.NegAio2002ReadPosition;

public sealed class RecordReader
{
    private readonly ConcurrentQueue<byte[]> _spare = new();
    private readonly Action<byte[], int> _consume;
    private byte[] _buffer = new byte[256];
    private int _filled;
    private int _position;

    public RecordReader(Action<byte[], int> consume) => _consume = consume;

    public void Read(byte[] data)
    {
        if (_filled + data.Length > _buffer.Length)
            Grow(data.Length);
        data.CopyTo(_buffer, _filled);
        _filled += data.Length;
        if (_position < _filled)
            _consume(_buffer, _position);
        _position = _filled;
        if (_position > 128)
            Shift();
    }

    public void Finish()
    {
        _spare.Enqueue(_buffer);
        if (_position > 0)
            _consume(_buffer, _position);
    }

    private void Grow(int more)
    {
        if (!_spare.TryDequeue(out byte[] larger) || larger.Length < _filled + more)
            larger = new byte[(_filled + more) * 2];
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        _spare.Enqueue(_buffer);
        _buffer = larger;
    }

    private void Shift()
    {
        _buffer.AsSpan(_position, _filled - _position).CopyTo(_buffer);
        _filled -= _position;
        _position = 0;
    }
}
