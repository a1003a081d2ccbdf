using System.Threading;

namespace Spool
{
    public sealed class Page
    {
        internal Page? Below;

        public int Number { get; init; }
    }

    /// <summary>Pages are pushed without a lock and taken off all at once, in the order in which they came.</summary>
    public sealed class PageSpool
    {
        private Page? _top;
        private int _isDraining;

        public void Push(Page page)
        {
            Page? top = Volatile.Read(ref _top);
            while (true)
            {
                page.Below = top;
                Page? seen = Interlocked.CompareExchange(ref _top, page, top);
                if (ReferenceEquals(seen, top))
                    return;
                top = seen;
            }
        }

        public int Drain()
        {
            if (Interlocked.Exchange(ref _isDraining, 1) != 0)
                return 0;
            try
            {
                Page? first = Interlocked.Exchange(ref _top, null);
                Page? turned = null, page = first, next;
                int count = 0;
                while (page != null)
                {
                    next = page.Below;
                    page.Below = turned;
                    turned = page;
                    page = next;
                    count++;
                }

                return count;
            }
            finally
            {
                Volatile.Write(ref _isDraining, 0);
            }
        }
    }
}
