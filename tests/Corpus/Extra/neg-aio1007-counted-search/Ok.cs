using System;
using System.Threading;

namespace ExtraCountedSearch
{
    public sealed class Desks
    {
        private readonly Desk[] _desks = new Desk[8];
        private readonly Hook[] _hooks = new Hook[8];
        private int _guests;
        private bool _isNarrow;

        public Desks()
        {
            for (int i = 0; i < _desks.Length; i++)
                _desks[i] = new Desk();
        }

        public int Guests => Volatile.Read(ref _guests);

        public int FirstFree()
        {
            for (int i = 0; i < 8; i++)
            {
                if (_desks[i].Guest == null)
                    return i;
            }

            return -1;
        }

        public int Lightest(int limit)
        {
            int best = int.MaxValue;
            for (int i = 0; i < limit; i++)
            {
                int weight = _guests + i;
                if (weight < best)
                    best = weight;
            }

            return best;
        }

        public int Steps(int limit)
        {
            int steps = 0;
            while (_isNarrow)
            {
                if (++steps == limit)
                    break;
            }

            return steps;
        }

        public void Narrow() => _isNarrow = true;

        public int FirstFreeHook()
        {
            for (int i = 0; i < _hooks.Length; i++)
            {
                if (_hooks[i].Coat == null)
                    return i;
            }

            return -1;
        }

        public bool Hang(int hook, string coat) => Interlocked.CompareExchange(ref _hooks[hook].Coat, coat, null) == null;

        public void Seat(int desk, string guest)
        {
            if (Interlocked.CompareExchange(ref _desks[desk].Guest, guest, null) == null)
                Interlocked.Increment(ref _guests);
        }

        public void Leave(int desk)
        {
            Volatile.Write(ref _desks[desk].Guest, null);
            Interlocked.Decrement(ref _guests);
        }

        private struct Hook
        {
            public string Coat;
        }

        public sealed class Desk
        {
            public string Guest;
        }
    }
}
