using System;
using System.Collections.Generic;
using System.Linq;

namespace ExtraDutyRoster
{
    /// <summary>Who is on duty. Safe for any number of threads.</summary>
    public sealed class DutyRoster
    {
        private readonly object _gate = new object();
        private readonly Dictionary<string, TimeSpan> _until = new Dictionary<string, TimeSpan>();

        public void Enter(string name, TimeSpan until)
        {
            lock (_gate)
                _until[name] = until;
        }

        public bool Leave(string name)
        {
            lock (_gate)
                return _until.Remove(name);
        }

        public string Render(TimeSpan now)
        {
            return string.Join(", ", OnDutyAt(now));
        }

        public int CountAt(TimeSpan now)
        {
            lock (_gate)
                return _until.Count(e => e.Value > now);
        }

        private IEnumerable<string> OnDutyAt(TimeSpan now)
        {
            lock (_gate)
            {
                return _until.Where(e => e.Value > now).Select(e => e.Key);
            }
        }
    }
}
