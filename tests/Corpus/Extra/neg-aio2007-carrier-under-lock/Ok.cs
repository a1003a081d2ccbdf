using System;
using System.Threading;

namespace ExtraCarrierUnderLock
{
    public interface ICarrier
    {
        event EventHandler Dropped;

        void Send(byte[] packet);
    }

    public sealed class LockedModem
    {
        private readonly object _gate = new object();
        private readonly Func<ICarrier> _dial;
        private ICarrier _carrier;

        public LockedModem(Func<ICarrier> dial)
        {
            _dial = dial;
        }

        public bool IsUp => Volatile.Read(ref _carrier) != null;

        public bool TrySend(byte[] packet)
        {
            lock (_gate)
            {
                if (Volatile.Read(ref _carrier) == null)
                    Dial();
                if (Volatile.Read(ref _carrier) == null)
                    return false;
                Volatile.Read(ref _carrier).Send(packet);
                return true;
            }
        }

        private void Dial()
        {
            ICarrier carrier = _dial();
            if (carrier == null)
                return;
            carrier.Dropped += OnDropped;
            Volatile.Write(ref _carrier, carrier);
        }

        private void OnDropped(object sender, EventArgs e)
        {
            lock (_gate)
            {
                ICarrier dropped = Interlocked.Exchange(ref _carrier, null);
                if (dropped != null)
                    dropped.Dropped -= OnDropped;
            }
        }
    }
}
