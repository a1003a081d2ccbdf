using System.Collections.Concurrent;
using System.Threading;

namespace ExtraDesksClaimedBack
{
    /// <summary>Desks of a hall; one who leaves takes away only himself.</summary>
    public sealed class ComparedDeskPlan
    {
        private readonly object[] _seated;
        private readonly ConcurrentBag<int> _free = new ConcurrentBag<int>();

        public ComparedDeskPlan(int desks)
        {
            _seated = new object[desks];
            for (int desk = 0; desk < desks; desk++)
                _free.Add(desk);
        }

        public bool TrySeat(object visitor, out int desk)
        {
            if (!_free.TryTake(out desk))
                return false;
            Volatile.Write(ref _seated[desk], visitor);
            return true;
        }

        public void Leave(int desk, object visitor)
        {
            _free.Add(desk);
            Interlocked.CompareExchange(ref _seated[desk], null, visitor);
        }

        public object WhoSitsAt(int desk) => Volatile.Read(ref _seated[desk]);
    }
}
