using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2002TwoTakers.After;

public sealed class RotatingLog
{
    private readonly object _file = new object();
    private readonly Action<string> _append;
    private readonly Action _rotate;
    private readonly int _limit;
    private int _rotationDue;
    private int _size;

    public RotatingLog(Action<string> append, Action rotate, int limit)
    {
        _append = append;
        _rotate = rotate;
        _limit = limit;
    }

    public void Write(string line)
    {
        RotateIfDue();
        lock (_file)
        {
            _append(line);
            _size += line.Length;
            if (_size > _limit)
            {
                _size = 0;
                Interlocked.Exchange(ref _rotationDue, 1);
            }
        }
    }

    private void RotateIfDue()
    {
        if (Interlocked.Exchange(ref _rotationDue, 0) == 1)
        {
            lock (_file)
            {
                _rotate();
            }
        }
    }
}

public static class Import
{
    public static void Run(RotatingLog log, string[] files) => Parallel.ForEach(files, file => log.Write("imported " + file));
}
