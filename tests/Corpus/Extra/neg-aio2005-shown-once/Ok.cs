using System;
using System.Threading;

namespace ExtraShownOnce
{
    /// <summary>A measurement that a thread makes once; a timer notes when it was last seen.</summary>
    public sealed class Measurement : IDisposable
    {
        private readonly ManualResetEventSlim _isDone = new ManualResetEventSlim();
        private readonly Timer _timer;

        public Measurement(Func<decimal> measure)
        {
            new Thread(() => Run(measure)) { IsBackground = true }.Start();
            _timer = new Timer(_ => Note(), null, 1000, 1000);
        }

        public decimal Result { get; private set; }

        public DateTime LastSeen { get; private set; }

        private DateTimeOffset LastNote { get; set; }

        public decimal Correction { get; set; }

        public decimal Wait()
        {
            _isDone.Wait();
            return Result;
        }

        public void Dispose() => _timer.Dispose();

        private void Run(Func<decimal> measure)
        {
            Result = measure();
            _isDone.Set();
        }

        private void Note()
        {
            LastSeen = DateTime.UtcNow;
            LastNote = DateTimeOffset.UtcNow;
        }
    }
}
