using System.Threading;

namespace Corpus.Extra.Aio2006BelowAnotherTop
{
    /// <summary>Buffers that are free, last in, first out.</summary>
    public sealed class FreeBuffers
    {
        private Entry _top;
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public void Return(byte[] buffer)
        {
            var entry = new Entry(buffer);
            Entry top;
            do
            {
                top = Volatile.Read(ref _top);
                entry.Below = top;
            }
            while (Interlocked.CompareExchange(ref _top, entry, top) != top);
            Interlocked.Increment(ref _count);
        }

        public bool TryRent(out byte[] buffer)
        {
            Entry top;
            do
            {
                top = Volatile.Read(ref _top);
                if (top == null)
                {
                    buffer = null;
                    return false;
                }
            }
            while (Interlocked.CompareExchange(ref _top, _top.Below, top) != top);
            Interlocked.Decrement(ref _count);
            buffer = top.Buffer;
            return true;
        }

        private sealed class Entry
        {
            public readonly byte[] Buffer;
            public Entry Below;

            public Entry(byte[] buffer)
            {
                Buffer = buffer;
            }
        }
    }
}
