using System;
using System.Threading;

namespace Corpus.Extra.NegAio1008FailFast;

public sealed class PinnedPage
{
    private int _version;
    private int _pins;
    private PinnedPage? _next;

    public int Token => _version;

    public void Pin(int token)
    {
        Check(token);
        Interlocked.Increment(ref _pins);
    }

    public void Link(PinnedPage next, int token)
    {
        Check(token);
        _next = next;
    }

    public PinnedPage? Unpin(int token)
    {
        Check(token);
        PinnedPage? next = _next;
        if (Interlocked.Decrement(ref _pins) == 0)
        {
            _next = null;
            Interlocked.Increment(ref _version);
        }

        return next;
    }

    public static int UnpinAll(PinnedPage first)
    {
        int count = 0;
        for (PinnedPage? page = first; page is not null; count++)
        {
            int token = page.Token;
            PinnedPage? next = page._next;
            page.Unpin(token);
            page = next;
        }

        return count;
    }

    private void Check(int token)
    {
        if (token != _version)
            throw new InvalidOperationException("The page was given back.");
    }
}
