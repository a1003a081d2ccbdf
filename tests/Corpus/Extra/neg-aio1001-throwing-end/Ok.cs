using System;
using System.Threading;

namespace Corpus.Extra.NegAio1001ThrowingEnd;

public sealed class Scanner
{
    private string _text = string.Empty;
    private int _state;
    private int _depth;
    private volatile int _users;

    public int Depth => _depth;

    public void Flush()
    {
        _users++;
        Thread.MemoryBarrier();
    }

    public string Next()
    {
        try
        {
            return _text.Substring(_depth++);
        }
        catch (ArgumentException)
        {
            _state = 3;
            throw;
        }
    }

    public int Skip(Func<int, int> other)
    {
        if (_state == 3)
        {
            return other(_depth);
        }

        return _depth + 1;
    }
}
