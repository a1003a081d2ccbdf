using System;
using System.Threading;

namespace ExtraCarrierDropped
{
    public interface ICarrier
    {
        event EventHandler Dropped;

        bool CanSend { get; }

        void Send(byte[] packet);
    }

    /// <summary>Sends packets over whichever carrier is up; may be used by any thread.</summary>
    public sealed class Modem
    {
        private readonly Func<ICarrier> _dial;
        private ICarrier _carrier;
        private int _sent;

        public Modem(Func<ICarrier> dial)
        {
            _dial = dial;
        }

        public int Sent => Volatile.Read(ref _sent);

        private ICarrier Carrier => Volatile.Read(ref _carrier);

        public void Dial()
        {
            ICarrier carrier = _dial();
            carrier.Dropped += OnDropped;
            Volatile.Write(ref _carrier, carrier);
        }

        public bool TrySend(byte[] packet)
        {
            if (Carrier == null || !Carrier.CanSend)
                return false;
            Carrier.Send(packet);
            Interlocked.Increment(ref _sent);
            return true;
        }

        private void OnDropped(object sender, EventArgs e)
        {
            ICarrier dropped = Interlocked.Exchange(ref _carrier, null);
            if (dropped != null)
                dropped.Dropped -= OnDropped;
        }
    }
}
