using System;
using System.Threading;

namespace Corpus.Extra.NegAio2004ChunkDone;

public sealed class ChunkedCopy
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int Done = 2;
    private readonly int[] _chunks = new int[32];
    private readonly Action<int> _copy;

    public ChunkedCopy(Action<int> copy) => _copy = copy;

    public void Help(int chunk)
    {
        if (TryTake(chunk))
        {
            _copy(chunk);
            Volatile.Write(ref _chunks[chunk], Done);
        }
    }

    public void Run()
    {
        for (int i = 0; i < _chunks.Length; i++)
        {
            if (TryTake(i))
            {
                _copy(i);
                Volatile.Write(ref _chunks[i], Done);
            }
        }
    }

    private bool TryTake(int chunk) => Interlocked.CompareExchange(ref _chunks[chunk], Taken, Free) == Free;
}
