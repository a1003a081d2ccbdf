using System;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3004BeforeThreads;

public sealed class Squares
{
    private long[] _squares = new long[4];

    public void Compute(int count)
    {
        if (count > _squares.Length)
        {
            Array.Resize(ref _squares, count);
        }

        Parallel.For(0, count, i =>
        {
            _squares[i] = (long)i * i;
        });
    }

    public long Sum(int count)
    {
        long sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += _squares[i];
        }

        return sum;
    }
}
