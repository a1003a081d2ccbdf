using System.Threading;

namespace Corpus.Extra.Aio4002ValueParameter.Before;

public sealed class Progress
{
    private volatile int _done;

    public int Done => _done;

    public void Report(int done)
    {
        int last = Volatile.Read(ref done);
        if (last > _done)
        {
            _done = last;
        }
    }
}
