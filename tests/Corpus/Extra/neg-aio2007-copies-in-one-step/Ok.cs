using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace ExtraCopiesInOneStep
{
    /// <summary>Votes at counters, counted by many clerks at once.</summary>
    public sealed class VoteCount
    {
        private readonly ConcurrentDictionary<string, int> _votes = new ConcurrentDictionary<string, int>();
        private readonly ConcurrentDictionary<int, string> _names = new ConcurrentDictionary<int, string>();
        private readonly ConcurrentDictionary<string, int> _tallies = new ConcurrentDictionary<string, int>();
        private readonly ConcurrentQueue<string> _protests = new ConcurrentQueue<string>();
        private readonly Timer _report;

        public VoteCount(IEnumerable<string> names)
        {
            foreach (string name in names)
                _names[_names.Count] = name;
            _report = new Timer(_ => Report(), null, 1000, 1000);
        }

        public void Vote(string list) => _votes.AddOrUpdate(list, 1, static (_, n) => n + 1);

        public void Protest(string text) => _protests.Enqueue(text);

        public void Close(string counter, int votes)
        {
            lock (_tallies)
            {
                _tallies[counter] = votes;
            }
        }

        public List<KeyValuePair<string, int>> Leading() => _votes.ToArray().OrderByDescending(v => v.Value).ToList();

        public List<string> Lists() => _votes.Keys.ToList();

        public List<string> Popular() => _votes.Where(v => v.Value > 100).Select(v => v.Key).OrderBy(k => k).ToList();

        public List<string> Protests() => _protests.ToList();

        public List<KeyValuePair<int, string>> Names() => _names.OrderBy(n => n.Key).ToList();

        private void Report()
        {
            List<KeyValuePair<string, int>> tallies;
            lock (_tallies)
            {
                tallies = _tallies.ToList();
            }

            System.Console.WriteLine(tallies.Count + " counters, " + _votes.Values.Sum() + " votes");
        }
    }
}
