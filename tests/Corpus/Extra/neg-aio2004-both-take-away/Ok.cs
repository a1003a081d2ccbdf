using System;
using System.Threading;

namespace ExtraBothTakeAway
{
    public sealed class Tether
    {
        public void Cut()
        {
        }
    }

    public sealed class Anchor
    {
        private Tether _tether;

        public Anchor(Tether tether) => _tether = tether;

        public void Broke(Tether tether) => Interlocked.CompareExchange(ref _tether, null, tether);

        public void Weigh()
        {
            Tether last = _tether;
            _tether = null;
            last?.Cut();
        }
    }

    public sealed class Ship
    {
        private readonly Anchor _anchor;

        public Ship(Tether tether) => _anchor = new Anchor(tether);

        public void Leave() => _anchor.Weigh();
    }
}
