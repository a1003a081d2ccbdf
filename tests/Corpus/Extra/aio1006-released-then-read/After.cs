using System.Threading;

namespace Corpus.Extra.Aio1006ReleasedThenRead.After;

public sealed class Pipe<T>
    where T : struct
{
    private readonly T[] _cells;
    private volatile int _read;
    private volatile int _written;

    public Pipe(int capacity) => _cells = new T[capacity];

    public bool CanRead => _read != _written;

    public bool Put(T value)
    {
        int at = _written;
        if (at - _read == _cells.Length)
        {
            return false;
        }

        _cells[at % _cells.Length] = value;
        _written = at + 1;
        return true;
    }

    public bool Take(out T value)
    {
        if (!CanRead)
        {
            value = default;
            return false;
        }

        int at = _read;
        value = _cells[at % _cells.Length];
        _read = at + 1;
        return true;
    }
}
