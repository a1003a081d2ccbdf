using System;
using System.Threading;

namespace Corpus.Extra.Aio1007PropertyDone.Before;

public sealed class SearchContext
{
    public bool Cancelled { get; set; }
}

public sealed class NonceSearch
{
    private readonly SearchContext _context = new SearchContext();
    private ulong _best;

    public ulong Best => Volatile.Read(ref _best);

    public void Start(ulong seed)
    {
        new Thread(() => Search(seed)) { IsBackground = true, Priority = ThreadPriority.Lowest }.Start();
    }

    public void Cancel() => _context.Cancelled = true;

    private void Search(ulong seed)
    {
        ulong best = 0;
        ulong x = seed;
        while (!_context.Cancelled)
        {
            x = (x * 6364136223846793005UL) + 1442695040888963407UL;
            ulong mixed = x ^ (x >> 29);
            best = mixed > best ? mixed : best;
        }

        Volatile.Write(ref _best, best);
    }
}
