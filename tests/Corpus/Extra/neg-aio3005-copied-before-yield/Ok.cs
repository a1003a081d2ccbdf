using System.Collections.Generic;
using System.Threading;

namespace ExtraCopiedBeforeYield
{
    /// <summary>Stops of a tram line, changed by the dispatcher and shown on many screens.</summary>
    public sealed class TramLine
    {
        private readonly object _gate = new object();
        private readonly ReaderWriterLockSlim _route = new ReaderWriterLockSlim();
        private readonly List<string> _stops = new List<string>();
        private readonly List<string> _notices = new List<string>();

        public void Extend(string stop)
        {
            _route.EnterWriteLock();
            try
            {
                _stops.Add(stop);
            }
            finally
            {
                _route.ExitWriteLock();
            }
        }

        public void Announce(string notice)
        {
            lock (_gate)
                _notices.Add(notice);
        }

        public IEnumerable<string> Stops()
        {
            _route.EnterReadLock();
            string[] stops = _stops.ToArray();
            _route.ExitReadLock();
            foreach (string stop in stops)
                yield return stop;
        }

        public IEnumerable<string> Notices()
        {
            lock (_gate)
            {
                foreach (string notice in _notices)
                    yield return notice;
            }
        }
    }
}
