using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraScopeTakesLock
{
    /// <summary>Prints changed labels on the thread pool.</summary>
    public sealed class LabelPrinter
    {
        private readonly struct Entered : IDisposable
        {
            private readonly object _door;

            public Entered(object door)
            {
                Monitor.Enter(door);
                _door = door;
            }

            public void Dispose() => Monitor.Exit(_door);
        }

        private readonly object _door = new object();
        private readonly Queue<string> _labels = new Queue<string>();
        private readonly Action<string> _print;
        private bool _isPrinting;

        public LabelPrinter(Action<string> print) => _print = print;

        public void Add(string label)
        {
            using (new Entered(_door))
            {
                _labels.Enqueue(label);
                if (_isPrinting)
                {
                    return;
                }

                _isPrinting = true;
            }

            ThreadPool.QueueUserWorkItem(static printer => printer.Print(), this, preferLocal: false);
        }

        private void Print()
        {
            while (Next() is { } label)
            {
                _print(label);
            }
        }

        private string Next()
        {
            using Entered entered = new Entered(_door);
            if (_labels.Count > 0)
            {
                return _labels.Dequeue();
            }

            _isPrinting = false;
            return null;
        }
    }
}
