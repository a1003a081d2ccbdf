using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ExtraPutAsideWhereRoom
{
    public sealed class Sheets
    {
        private readonly ConcurrentQueue<byte[]> _idle = new ConcurrentQueue<byte[]>();
        private readonly byte[][] _places;
        private readonly Action<int> _freed;
        private readonly int _most;
        private volatile bool _isSmall;

        public Sheets(int places, int most, Action<int> freed)
        {
            _places = new byte[places][];
            _most = most;
            _freed = freed;
        }

        public bool IsSmall => _isSmall;

        public void Shrink()
        {
            _isSmall = true;
            for (int i = 1; i < _places.Length; i++)
                GiveBack(i);
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _places[0]) == null)
                _freed(0);
        }

        public void Take(int place)
        {
            if (!_idle.TryDequeue(out byte[] sheet))
                sheet = new byte[4096];
            Volatile.Write(ref _places[place], sheet);
        }

        public void GiveBack(int place)
        {
            if (Volatile.Read(ref _places[place]) != null)
            {
                if (_idle.Count < _most)
                    _idle.Enqueue(_places[place]);
                Volatile.Write(ref _places[place], null);
            }
        }
    }
}
