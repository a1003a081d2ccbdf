using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraWritingThreadReads
{
    /// <summary>Counts words on a thread of its own; anybody may ask how many.</summary>
    public sealed class WordCount
    {
        private readonly object _gate = new object();
        private readonly BlockingCollection<string> _words = new BlockingCollection<string>();
        private readonly Dictionary<string, int> _counts = new Dictionary<string, int>();
        private readonly Thread _thread;

        public WordCount()
        {
            _thread = new Thread(Count) { IsBackground = true };
            _thread.Start();
        }

        public void Add(string word) => _words.Add(word);

        public int CountOf(string word)
        {
            lock (_gate)
            {
                return _counts.TryGetValue(word, out int count) ? count : 0;
            }
        }

        public string[] Words()
        {
            lock (_gate)
            {
                var words = new string[_counts.Count];
                _counts.Keys.CopyTo(words, 0);
                return words;
            }
        }

        private void Count()
        {
            foreach (string word in _words.GetConsumingEnumerable())
            {
                _counts.TryGetValue(word, out int before);
                lock (_gate)
                {
                    _counts[word] = before + 1;
                }
            }

            foreach (KeyValuePair<string, int> each in _counts)
            {
                Console.WriteLine(each.Key + " " + each.Value);
            }
        }
    }
}
