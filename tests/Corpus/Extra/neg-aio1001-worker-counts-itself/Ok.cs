using System;
using System.Threading;

namespace Corpus.Extra.NegAio1001WorkerCountsItself
{
    /// <summary>Pulls pages from a source until it has as many as were asked for; one thread at a time pulls.</summary>
    public sealed class PagePuller
    {
        private readonly Func<long> _pull;
        private long _pulled;
        private int _pulling;

        public PagePuller(Func<long> pull)
        {
            _pull = pull;
        }

        public void PullTo(long wanted)
        {
            while (Volatile.Read(ref _pulled) < wanted && Interlocked.CompareExchange(ref _pulling, 1, 0) == 0)
            {
                Volatile.Write(ref _pulled, Volatile.Read(ref _pulled) + _pull());
                Volatile.Write(ref _pulling, 0);
            }
        }
    }
}
