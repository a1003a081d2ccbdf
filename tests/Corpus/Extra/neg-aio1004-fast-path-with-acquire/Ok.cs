using System.Threading;

namespace ExtraFastPathWithAcquire
{
    /// <summary>A calibration that a worker makes once; who needs it before that waits.</summary>
    public sealed class Calibration
    {
        private readonly object _gate = new object();
        private double[] _curve;
        private double _offset;
        private volatile bool _isDone;

        public void Begin() => new Thread(Measure) { IsBackground = true }.Start();

        public double Apply(double raw)
        {
            if (!_isDone)
                Await();
            int at = (int)raw;
            return at < _curve.Length ? _curve[at] + _offset : raw;
        }

        private void Await()
        {
            lock (_gate)
            {
                while (!_isDone)
                    Monitor.Wait(_gate);
            }
        }

        private void Measure()
        {
            var curve = new double[64];
            for (int i = 0; i < curve.Length; i++)
                curve[i] = i * 1.01;
            _offset = 0.25;
            _curve = curve;
            lock (_gate)
            {
                _isDone = true;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
