using System.Collections.Generic;
using System.Threading;

namespace ExtraDesksUnderLock
{
    /// <summary>Desks of a hall. The numbers of the free ones and who sits where change together.</summary>
    public sealed class LockedDeskPlan
    {
        private readonly object _sync = new object();
        private readonly string[] _seated;
        private readonly Stack<int> _free = new Stack<int>();

        public LockedDeskPlan(int desks)
        {
            _seated = new string[desks];
            for (int desk = 0; desk < desks; desk++)
                _free.Push(desk);
        }

        public int Seat(string name)
        {
            lock (_sync)
            {
                if (_free.Count == 0)
                    return -1;
                int desk = _free.Pop();
                Volatile.Write(ref _seated[desk], name);
                return desk;
            }
        }

        public bool Leave(int desk, string name)
        {
            lock (_sync)
            {
                if (_seated[desk] != name)
                    return false;
                _free.Push(desk);
                Volatile.Write(ref _seated[desk], null);
                return true;
            }
        }

        public string WhoSitsAt(int desk) => Volatile.Read(ref _seated[desk]);
    }
}
