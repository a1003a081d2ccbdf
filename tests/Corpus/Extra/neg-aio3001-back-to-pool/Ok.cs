using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3001BackToPool;

public sealed class Sockets
{
    private static readonly Work s_rented = new();
    private Work? _spare;

    public Work Rent()
    {
        Work? work = Interlocked.Exchange(ref _spare, s_rented);
        return work is null || work == s_rented ? new Work() : work;
    }

    public Task<int> Receive(Work work, bool isPending, int count)
    {
        if (isPending)
        {
            AsyncTaskMethodBuilder<int> builder = work.Finish(out bool isSecond);
            if (isSecond)
            {
                Return(work);
            }

            return builder.Task;
        }

        Return(work);
        return Task.FromResult(count);
    }

    public void Completed(Work work, int count)
    {
        AsyncTaskMethodBuilder<int> builder = work.Finish(out bool isSecond);
        if (isSecond)
        {
            Return(work);
        }

        builder.SetResult(count);
    }

    private void Return(Work work)
    {
        work.IsSeen = false;
        work.Builder = default;
        Volatile.Write(ref _spare, work);
    }

    public sealed class Work
    {
        internal AsyncTaskMethodBuilder<int> Builder;
        internal bool IsSeen;

        internal AsyncTaskMethodBuilder<int> Finish(out bool isSecond)
        {
            lock (this)
            {
                isSecond = IsSeen;
                IsSeen = true;
                _ = Builder.Task;
                return Builder;
            }
        }
    }
}
