using System;
using System.Threading;

namespace ExtraGateCounts
{
    /// <summary>Counts who goes through a gate; a timer hands the count on and begins anew.</summary>
    public sealed class GateCounter : IDisposable
    {
        private readonly Action<int> _report;
        private readonly Timer _timer;
        private int _passed;
        private int _isReporting;

        public GateCounter(Action<int> report)
        {
            _report = report;
            _timer = new Timer(_ => Report(), null, 1000, 1000);
        }

        public void Pass() => Interlocked.Increment(ref _passed);

        public void Dispose() => _timer.Dispose();

        private void Report()
        {
            if (Interlocked.Exchange(ref _isReporting, 1) != 0)
                return;
            try
            {
                int passed = Interlocked.Exchange(ref _passed, 0);
                if (passed > 0)
                    _report(passed);
            }
            finally
            {
                Volatile.Write(ref _isReporting, 0);
            }
        }
    }
}
