using System.Threading;

namespace Corpus.Extra.NegAio1001VersionBehindFence
{
    /// <summary>The position of the cursor and its speed, of one moment; read far more often than stored.</summary>
    public sealed class CursorTrack
    {
        private readonly object _gate = new object();
        private int _version;
        private double _x;
        private double _y;

        public void Move(double x, double y)
        {
            lock (_gate)
            {
                int version = _version;
                _version = version + 1;
                Interlocked.MemoryBarrier();
                _x = x;
                _y = y;
                Volatile.Write(ref _version, version + 2);
            }
        }

        public double Sum()
        {
            for (int i = 0; i < 10; i++)
            {
                int before = Volatile.Read(ref _version);
                if ((before & 1) != 0)
                {
                    continue;
                }

                double sum = _x + _y;
                Interlocked.MemoryBarrier();
                if (Volatile.Read(ref _version) == before)
                {
                    return sum;
                }

                Thread.SpinWait(4 << i);
            }

            lock (_gate)
            {
                return _x + _y;
            }
        }
    }
}
