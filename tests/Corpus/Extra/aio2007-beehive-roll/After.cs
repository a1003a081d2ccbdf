using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace ExtraBeehiveRoll
{
    /// <summary>Hives that report their weight, from any thread; the keeper asks for a roll of them now and then.</summary>
    public sealed class BeehiveRoll
    {
        private readonly ConcurrentDictionary<string, double> _weights = new ConcurrentDictionary<string, double>();

        public void Report(string hive, double weight) => _weights[hive] = weight;

        public bool Retire(string hive) => _weights.TryRemove(hive, out _);

        public double Heaviest()
        {
            double most = 0;
            foreach (KeyValuePair<string, double> entry in _weights)
                most = Math.Max(most, entry.Value);
            return most;
        }

        public string Render()
        {
            var lines = new List<string>();
            foreach (KeyValuePair<string, double> entry in _weights.ToArray().OrderBy(e => e.Key))
                lines.Add(entry.Key + ": " + entry.Value);
            return string.Join(Environment.NewLine, lines);
        }

        public IReadOnlyList<KeyValuePair<string, double>> Snapshot()
        {
            List<KeyValuePair<string, double>> all = _weights.ToArray().ToList();
            all.Sort((a, b) => a.Value.CompareTo(b.Value));
            return all;
        }
    }
}
