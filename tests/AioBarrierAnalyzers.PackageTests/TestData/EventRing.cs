using System.Threading;

namespace Consumer
{
    public struct RingEvent
    {
        public long Data;
        public long Result;
    }

    public sealed class EventRing
    {
        private readonly RingEvent[] _events = new RingEvent[64];
        private int _head;
        private int _tail;

        public bool TryPut(RingEvent completed)
        {
            int tail = _tail;
            int next = (tail + 1) & 63;
            if (next == Volatile.Read(ref _head))
            {
                return false;
            }

            _events[tail] = completed;
            _tail = next; // expect: AIO1002
            return true;
        }

        public bool TryTake(out RingEvent taken)
        {
            int head = _head;
            if (head == Volatile.Read(ref _tail))
            {
                taken = default(RingEvent);
                return false;
            }

            taken = _events[head];
            Volatile.Write(ref _head, (head + 1) & 63);
            return true;
        }
    }
}
