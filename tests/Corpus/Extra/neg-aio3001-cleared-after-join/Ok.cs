using System;
using System.Collections.Generic;
using System.Threading;

namespace ExtraClearedAfterJoin
{
    public sealed class SpoolWriter : IDisposable
    {
        private readonly object _sync = new object();
        private readonly List<string> _pages = new List<string>();
        private readonly Thread _printer;
        private bool _isOver;

        public SpoolWriter(Action<string> print)
        {
            _printer = new Thread(() => Print(print)) { IsBackground = true };
            _printer.Start();
        }

        public void Add(string page)
        {
            lock (_sync)
            {
                _pages.Add(page);
                Monitor.Pulse(_sync);
            }
        }

        public void Dispose()
        {
            lock (_sync)
            {
                _isOver = true;
                Monitor.PulseAll(_sync);
            }

            _printer.Join();
            _pages.Clear();
        }

        private void Print(Action<string> print)
        {
            while (true)
            {
                string page;
                lock (_sync)
                {
                    while (_pages.Count == 0 && !_isOver)
                        Monitor.Wait(_sync);
                    if (_isOver)
                        return;
                    page = _pages[0];
                    _pages.RemoveAt(0);
                }

                print(page);
            }
        }
    }
}
