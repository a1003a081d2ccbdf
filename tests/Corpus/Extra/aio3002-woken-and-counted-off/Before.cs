using System.Threading;

namespace Corpus.Extra.Aio3002WokenAndCountedOff
{
    /// <summary>Numbers that go from one thread to another, in order, never more than eight.</summary>
    public sealed class EightNumbers
    {
        private readonly object _gate = new object();
        private readonly int[] _numbers = new int[8];
        private int _first;
        private int _count;

        public void Put(int number)
        {
            lock (_gate)
            {
                while (_count == _numbers.Length)
                {
                    Monitor.Wait(_gate);
                }

                _numbers[(_first + _count) % _numbers.Length] = number;
                if (_count++ == 0)
                {
                    Monitor.PulseAll(_gate);
                }
            }
        }

        public int Take()
        {
            lock (_gate)
            {
                if (_count == 0)
                {
                    Monitor.Wait(_gate);
                }

                int number = _numbers[_first];
                _first = (_first + 1) % _numbers.Length;
                if (_count-- == _numbers.Length)
                {
                    Monitor.PulseAll(_gate);
                }

                return number;
            }
        }
    }
}
