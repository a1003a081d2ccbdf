using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio2002LockedListAndFlag
{
    /// <summary>Sends readings in batches from the thread pool; readings may come from any thread.</summary>
    public sealed class ReadingUpload
    {
        private readonly object _gate = new object();
        private readonly Action<List<int>> _send;
        private List<int> _readings = new List<int>();
        private int _scheduled;

        public ReadingUpload(Action<List<int>> send)
        {
            _send = send;
        }

        public void Add(int reading)
        {
            lock (_gate)
            {
                _readings.Add(reading);
            }

            Schedule();
        }

        private void Schedule()
        {
            if (Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0)
            {
                ThreadPool.QueueUserWorkItem(_ => Upload());
            }
        }

        private void Upload()
        {
            List<int> batch;
            while ((batch = Take()) != null)
            {
                _send(batch);
            }

            Interlocked.Exchange(ref _scheduled, 0);
            bool isMore;
            lock (_gate)
            {
                isMore = _readings.Count > 0;
            }

            if (isMore)
            {
                Schedule();
            }
        }

        private List<int> Take()
        {
            lock (_gate)
            {
                if (_readings.Count == 0)
                {
                    return null;
                }

                List<int> taken = _readings;
                _readings = new List<int>();
                return taken;
            }
        }
    }
}
