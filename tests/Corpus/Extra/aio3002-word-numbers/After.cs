using System.Collections.Generic;
using System.Threading;

namespace ExtraWordNumbers
{
    /// <summary>Gives every word a number for the index. Any number of threads index at once.</summary>
    public sealed class WordNumbers
    {
        private readonly ReaderWriterLockSlim _gate = new ReaderWriterLockSlim();
        private readonly Dictionary<string, long> _numbers = new Dictionary<string, long>();
        private long _last;

        public long NumberOf(string word)
        {
            if (TryFind(word, out long known))
                return known;

            return Enter(word);
        }

        public int Count()
        {
            _gate.EnterReadLock();
            try
            {
                return _numbers.Count;
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }

        private bool TryFind(string word, out long number)
        {
            _gate.EnterReadLock();
            try
            {
                return _numbers.TryGetValue(word, out number);
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }

        private long Enter(string word)
        {
            _gate.EnterWriteLock();
            try
            {
                if (!_numbers.TryGetValue(word, out long number))
                {
                    number = ++_last;
                    _numbers[word] = number;
                }

                return number;
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }
    }
}
