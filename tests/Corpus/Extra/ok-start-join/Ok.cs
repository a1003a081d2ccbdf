using System;
using System.Threading;

namespace Corpus.Extra.OkStartJoin;

public sealed class WordCount
{
    private readonly string[] _lines;
    private readonly Slice[] _slices;

    private sealed class Slice
    {
        public int From;
        public int To;
        public int Words;
        public int Longest;
        public bool Done;
    }

    public WordCount(string[] lines, int threads)
    {
        _lines = lines;
        _slices = new Slice[threads];
    }

    public (int Words, int Longest) Run()
    {
        var threads = new Thread[_slices.Length];
        for (int i = 0; i < threads.Length; i++)
        {
            Slice slice = _slices[i] = new Slice();
            slice.From = _lines.Length * i / threads.Length;
            slice.To = _lines.Length * (i + 1) / threads.Length;
            threads[i] = new Thread(() => Count(slice));
            threads[i].Start();
        }

        int words = 0;
        int longest = 0;
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i].Join();
            if (!_slices[i].Done)
            {
                throw new InvalidOperationException("Slice " + i + " was not counted.");
            }

            words += _slices[i].Words;
            longest = Math.Max(longest, _slices[i].Longest);
        }

        return (words, longest);
    }

    private void Count(Slice slice)
    {
        for (int i = slice.From; i < slice.To; i++)
        {
            foreach (string word in _lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                slice.Words++;
                slice.Longest = Math.Max(slice.Longest, word.Length);
            }
        }

        slice.Done = true;
    }
}
