using System;
using System.Threading;

namespace Corpus.Extra.Aio2003StatusBits.After;

public sealed class Link
{
    private const int Opened = 1;
    private const int Closing = 2;
    private int _status;

    public bool TryOpen()
    {
        int seen = Volatile.Read(ref _status);
        while ((seen & (Opened | Closing)) == 0)
        {
            int found = Interlocked.CompareExchange(ref _status, seen | Opened, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    public void BeginClose()
    {
        Interlocked.Or(ref _status, Closing);
    }

    public bool IsClosing => (Volatile.Read(ref _status) & Closing) != 0;
}
