using System.Threading;

namespace Theatre
{
    public sealed class Seat
    {
        public bool IsTaken { get; set; }
    }

    public sealed class Row
    {
        private readonly Seat[] _seats;

        public Row(Seat[] seats) => _seats = seats;

        public int TakeAll()
        {
            int taken = 0;
            Seat? last = null;
            for (int i = 0; i < _seats.Length; i++)
            {
                Seat seat = _seats[i];
                Monitor.Enter(seat);
                if (last != null)
                    Monitor.Exit(last);
                last = seat;
                if (!seat.IsTaken)
                {
                    seat.IsTaken = true;
                    taken++;
                }
            }

            if (last != null)
                Monitor.Exit(last);
            return taken;
        }
    }
}
