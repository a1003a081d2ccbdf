using System.Threading;

namespace Corpus.Extra.Aio4001HalfBarrier.Before;

public sealed class Mailbox
{
    private int _posted;
    private int _first;
    private int _second;

    public void Post(int first, int second)
    {
        _first = first;
        _second = second;
        Volatile.Write(ref _posted, 1);
    }

    public int Take()
    {
        if (Interlocked.Exchange(ref _posted, 0) == 0)
        {
            return 0;
        }

        Volatile.ReadBarrier();
        return _first + _second;
    }
}
