using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraPartOfBaseRun
{
    /// <summary>Runs what it is told one at a time on the thread pool.</summary>
    public abstract class Teller<T> : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<T> _told = new ConcurrentQueue<T>();
        private int _isBusy;

        public void Tell(T item)
        {
            _told.Enqueue(item);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _isBusy) == 0)
            {
                Start();
            }
        }

        protected abstract void Hear(T item);

        void IThreadPoolWorkItem.Execute()
        {
            try
            {
                while (_told.TryDequeue(out T item))
                {
                    Hear(item);
                }
            }
            finally
            {
                Volatile.Write(ref _isBusy, 0);
                Interlocked.MemoryBarrier();
                if (!_told.IsEmpty)
                {
                    Start();
                }
            }
        }

        private void Start()
        {
            if (Interlocked.CompareExchange(ref _isBusy, 1, 0) == 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            }
        }
    }

    public sealed class Till : Teller<decimal>
    {
        private readonly Action<decimal> _report;
        private decimal _sum;

        public Till(Action<decimal> report) => _report = report;

        protected override void Hear(decimal amount)
        {
            _sum += amount;
            if (_sum > 1000)
            {
                _report(_sum);
                _sum = 0;
            }
        }
    }
}
