using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002WriterEndsBehindBatch
{
    /// <summary>Collects the lines of a log and hands them on in batches, on a thread that ends when there is nothing left.</summary>
    public sealed class LineCollector
    {
        private readonly object _gate = new object();
        private readonly Action<List<string>> _write;
        private List<string> _lines = new List<string>();
        private Thread _writer;

        public LineCollector(Action<List<string>> write)
        {
            _write = write;
        }

        public void Add(string line)
        {
            lock (_gate)
            {
                _lines.Add(line);
                if (_writer == null)
                {
                    _writer = new Thread(WriteAll) { IsBackground = true };
                    _writer.Start();
                }
            }
        }

        private void WriteAll()
        {
            while (true)
            {
                List<string> batch;
                lock (_gate)
                {
                    batch = _lines;
                    _lines = new List<string>();
                }

                if (batch.Count == 0)
                {
                    break;
                }

                _write(batch);
            }

            lock (_gate)
            {
                _writer = null;
            }
        }
    }
}
