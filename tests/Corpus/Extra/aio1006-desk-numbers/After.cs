using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ExtraDeskNumbers
{
    public sealed class Visitor
    {
        public Visitor(string name)
        {
            Name = name;
        }

        public string Name { get; }
    }

    /// <summary>Desks of a hall, given to visitors at any door.</summary>
    public sealed class DeskPlan
    {
        private readonly Visitor[] _seated;
        private readonly ConcurrentQueue<int> _free = new ConcurrentQueue<int>();

        public DeskPlan(int desks)
        {
            _seated = new Visitor[desks];
            for (int desk = 0; desk < desks; desk++)
                _free.Enqueue(desk);
        }

        public int Seat(string name)
        {
            if (!_free.TryDequeue(out int desk))
                return -1;
            Interlocked.Exchange(ref _seated[desk], new Visitor(name));
            return desk;
        }

        public void Leave(int desk)
        {
            if (Volatile.Read(ref _seated[desk]) == null)
                throw new InvalidOperationException("Nobody sits there.");
            Volatile.Write(ref _seated[desk], null);
            _free.Enqueue(desk);
        }

        public string WhoSitsAt(int desk) => Volatile.Read(ref _seated[desk])?.Name;
    }
}
