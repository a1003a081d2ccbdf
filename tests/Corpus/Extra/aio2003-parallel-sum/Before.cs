using System;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio2003ParallelSum.Before;

public sealed class WordCount
{
    private volatile int _words;

    public int Count(string[] lines)
    {
        _words = 0;
        Parallel.ForEach(lines, line =>
        {
            _words += line.Split(' ').Length;
        });
        return _words;
    }
}
