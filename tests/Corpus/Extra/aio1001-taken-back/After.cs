using System;
using System.Threading;

namespace Corpus.Extra.Aio1001TakenBack
{
    /// <summary>Numbers the records of a journal; whoever adds one while nobody writes, writes all that there are by then.</summary>
    public sealed class JournalHead
    {
        private readonly Action<long, long> _write;
        private long _added;
        private long _written;
        private int _writing;

        public JournalHead(Action<long, long> write)
        {
            _write = write;
        }

        public long Written => Volatile.Read(ref _written);

        public long Add()
        {
            long number = Interlocked.Increment(ref _added);
            if (Interlocked.CompareExchange(ref _writing, 1, 0) == 0)
            {
                WriteAll();
            }

            return number;
        }

        private void WriteAll()
        {
            long last;
            do
            {
                last = Volatile.Read(ref _added);
                _write(_written + 1, last);
                Volatile.Write(ref _written, last);
                Interlocked.Exchange(ref _writing, 0);
            }
            while (Volatile.Read(ref _added) > last && Interlocked.CompareExchange(ref _writing, 1, 0) == 0);
        }
    }
}
