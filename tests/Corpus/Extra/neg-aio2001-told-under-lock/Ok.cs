using System.Threading;

namespace ExtraToldUnderLock
{
    /// <summary>A seat that one visitor gets, a badge that one of them wears, and a page that one thread turns.</summary>
    public sealed class Seat
    {
        private readonly object _gate = new object();
        private volatile bool _isTaken;
        private int _isWorn;
        private volatile bool _isTurned;

        public Seat()
        {
            new Thread(Turn) { IsBackground = true }.Start();
        }

        public bool IsTaken => _isTaken;

        public bool IsTurned => _isTurned;

        public bool TryTake()
        {
            lock (_gate)
            {
                if (_isTaken)
                    return false;

                _isTaken = true;
                return true;
            }
        }

        public bool TryWear()
        {
            if (Volatile.Read(ref _isWorn) != 0)
                return false;

            return Interlocked.CompareExchange(ref _isWorn, 1, 0) == 0;
        }

        private void Turn()
        {
            while (TurnOnce())
                Thread.Sleep(10);
        }

        private bool TurnOnce()
        {
            if (_isTurned)
                return false;

            _isTurned = true;
            return true;
        }
    }
}
