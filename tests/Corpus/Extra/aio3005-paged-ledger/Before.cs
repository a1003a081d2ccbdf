using System;
using System.Collections.Generic;
using System.Threading;

namespace ExtraPagedLedger
{
    /// <summary>Entries of a ledger by day. Clerks look days up while others post.</summary>
    public sealed class PagedLedger
    {
        private readonly ReaderWriterLockSlim _pages = new ReaderWriterLockSlim();
        private readonly Dictionary<int, List<string>> _byDay = new Dictionary<int, List<string>>();

        public void Post(int day, string entry)
        {
            _pages.EnterWriteLock();
            try
            {
                if (!_byDay.TryGetValue(day, out List<string> entries))
                    _byDay[day] = entries = new List<string>();
                entries.Add(entry);
            }
            finally
            {
                _pages.ExitWriteLock();
            }
        }

        public string FirstWith(int day, string word)
        {
            foreach (string entry in EntriesOf(day))
            {
                if (entry.Contains(word, StringComparison.Ordinal))
                    return entry;
            }

            return null;
        }

        private IEnumerable<string> EntriesOf(int day)
        {
            _pages.EnterReadLock();
            if (_byDay.TryGetValue(day, out List<string> entries))
            {
                foreach (string entry in entries)
                    yield return entry;
            }

            _pages.ExitReadLock();
        }
    }
}
