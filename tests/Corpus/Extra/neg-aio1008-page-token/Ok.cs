using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace Corpus.Extra.NegAio1008PageToken;

public sealed class Page
{
    private int _generation;
    private int _users;

    public Page Next { get; private set; }

    public int Generation => _generation;

    public void Link(Page next, int token)
    {
        Check(token);
        Next = next;
    }

    public void Unlink(int token)
    {
        Check(token);
        Next = null;
    }

    public void Pin(int token)
    {
        Check(token);
        Interlocked.Increment(ref _users);
    }

    public void Unpin(int token)
    {
        Check(token);
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Next = null;
            Interlocked.Increment(ref _generation);
        }
    }

    private void Check(int token)
    {
        if (token != _generation)
            ThrowOldToken();
    }

    [DoesNotReturn]
    private static void ThrowOldToken() => throw new InvalidOperationException("The page was given back.");
}

public sealed class PageChain
{
    private readonly Page _first;

    public PageChain(Page first) => _first = first;

    public Page Advance()
    {
        int token = _first.Generation;
        _first.Pin(token);
        Page next = _first.Next;
        _first.Unlink(token);
        return next;
    }
}
