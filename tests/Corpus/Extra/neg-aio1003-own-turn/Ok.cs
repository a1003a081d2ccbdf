using System;
using System.Threading;

namespace Corpus.Extra.NegAio1003OwnTurn;

public struct TurnState
{
    private int _bits;

    public bool IsWriting => (_bits & 1) == 1;

    public void BeginWrite() => _bits |= 1;

    public void EndWrite() => _bits &= ~1;
}

public sealed class ByteSink
{
    private readonly object _sync = new object();
    private readonly Action<ReadOnlyMemory<byte>> _consume;
    private TurnState _turn;
    private byte[] _head;
    private int _readers;

    public ByteSink(Action<ReadOnlyMemory<byte>> consume)
    {
        _consume = consume;
    }

    public Memory<byte> GetMemory(int size)
    {
        EnsureHead(size);
        return _head;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        EnsureHead(bytes.Length);
        bytes.CopyTo(_head);
    }

    public void Flush()
    {
        lock (_sync)
        {
            _turn.EndWrite();
            _readers++;
        }

        _consume(_head);
    }

    private void EnsureHead(int size)
    {
        if (!_turn.IsWriting || _head.Length < size)
        {
            lock (_sync)
            {
                _turn.BeginWrite();
                _head = new byte[Math.Max(size, 4096)];
                _readers = 0;
            }
        }
    }
}
