using System;
using System.Threading;

namespace ExtraStampWhereWanted
{
    [Flags]
    public enum ParcelOptions
    {
        None = 0,
        Urgent = 1,
        Watched = 2,
    }

    public sealed class Parcel
    {
        private ParcelOptions _options;
        private int _leftAt;

        public Parcel(ParcelOptions options) => _options = options;

        public int LeftAt => Volatile.Read(ref _leftAt);

        public void Leave()
        {
            if ((_options & ParcelOptions.Watched) != 0)
                _leftAt = Environment.TickCount;
        }

        public bool IsLate(int now, int patience)
        {
            if ((_options & ParcelOptions.Watched) == 0)
                return false;
            int under = now - _leftAt;
            if (under < patience)
                return false;
            _options &= ~ParcelOptions.Watched;
            return true;
        }
    }
}
