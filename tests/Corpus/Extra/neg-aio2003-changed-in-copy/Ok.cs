using System.Threading;

namespace Corpus.Extra.NegAio2003ChangedInCopy
{
    /// <summary>A place in the log: the page, and how far into it.</summary>
    public struct LogPlace
    {
        public long Packed;

        public int Page
        {
            get => (int)(Packed >> 32);
            set => Packed = ((long)value << 32) | (Packed & 0xFFFFFFFF);
        }

        public int Offset
        {
            get => (int)(Packed & 0xFFFFFFFF);
            set => Packed = (uint)value | (Packed & ~0xFFFFFFFFL);
        }
    }

    public sealed class LogTail
    {
        private const int PageSize = 1 << 16;

        private LogPlace _tail;

        /// <summary>Where the next record will lie: at the start of the next page, if this one is full.</summary>
        public long Address()
        {
            LogPlace next = _tail;
            if (next.Offset >= PageSize)
            {
                next.Page = next.Page + 1;
                next.Offset = 0;
            }

            return ((long)next.Page * PageSize) + next.Offset;
        }

        /// <summary>Takes room for a record; less than zero where the page is full, for whoever is not the first to find it so.</summary>
        public long TryTake(int size)
        {
            LogPlace taken = default;
            taken.Packed = Interlocked.Add(ref _tail.Packed, size);
            if (taken.Offset <= PageSize)
            {
                return ((long)taken.Page * PageSize) + taken.Offset - size;
            }

            if (taken.Offset - size > PageSize)
            {
                return -1;
            }

            taken.Page++;
            taken.Offset = size;
            Interlocked.Exchange(ref _tail.Packed, taken.Packed);
            return (long)taken.Page * PageSize;
        }
    }
}
