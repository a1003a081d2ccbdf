using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio3001ReadersTurned;

/// <summary>Synonyms, kept twice: who looks a word up never waits for who edits the book.</summary>
public sealed class SynonymBook
{
    private readonly Dictionary<string, string> _left = new Dictionary<string, string>();
    private readonly Dictionary<string, string> _right = new Dictionary<string, string>();
    private readonly object _editing = new object();
    private volatile bool _isRight;
    private int _readers;

    public string Lookup(string word)
    {
        Interlocked.Increment(ref _readers);
        try
        {
            Dictionary<string, string> book = _isRight ? _right : _left;
            return book.TryGetValue(word, out string? synonym) ? synonym : word;
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }

    public void Add(string word, string synonym)
    {
        lock (_editing)
        {
            bool isRight = _isRight;
            Dictionary<string, string> resting = isRight ? _left : _right;
            resting[word] = synonym;
            TurnTo(!isRight);
            Dictionary<string, string> left = isRight ? _right : _left;
            left[word] = synonym;
        }
    }

    public void Forget(string word)
    {
        lock (_editing)
        {
            bool isRight = _isRight;
            Dictionary<string, string> resting = isRight ? _left : _right;
            if (!resting.Remove(word))
            {
                return;
            }

            TurnTo(!isRight);
            Dictionary<string, string> left = isRight ? _right : _left;
            left.Remove(word);
        }
    }

    private void TurnTo(bool right)
    {
        _isRight = right;
        Interlocked.MemoryBarrier();
        var wait = new SpinWait();
        while (Volatile.Read(ref _readers) != 0)
        {
            wait.SpinOnce();
        }
    }
}
