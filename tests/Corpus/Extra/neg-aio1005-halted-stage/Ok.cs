using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Corpus.Extra.NegAio1005HaltedStage;

public sealed class Pipeline
{
    private readonly ConcurrentQueue<int> _input = new ConcurrentQueue<int>();
    private readonly ConcurrentQueue<int> _squares = new ConcurrentQueue<int>();
    private volatile bool _isRunning = true;
    private long _sum;

    public long Sum => Volatile.Read(ref _sum);

    public void Add(int value) => _input.Enqueue(value);

    public void Halt() => _isRunning = false;

    public void Square()
    {
        while (_isRunning)
        {
            if (_input.TryDequeue(out int value))
                _squares.Enqueue(value * value);
            else
                Thread.Yield();
        }
    }

    public void AddUp()
    {
        while (true)
        {
            int square;
            while (!_squares.TryDequeue(out square))
            {
                if (!_isRunning)
                    return;
                Thread.Yield();
            }

            Volatile.Write(ref _sum, _sum + square);
        }
    }
}
