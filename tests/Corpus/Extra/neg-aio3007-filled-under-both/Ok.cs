using System;

namespace ExtraFilledUnderBoth
{
    public sealed class Lamp
    {
        public int Watts { get; set; }
    }

    public sealed class Hall
    {
        private readonly object _gate = new object();
        private Lamp[] _lamps = Array.Empty<Lamp>();
        private Lamp[] _spare = Array.Empty<Lamp>();
        private Lamp[] _old = Array.Empty<Lamp>();
        private volatile bool _isWired;

        public void Wire(int count)
        {
            lock (_gate)
            {
                _lamps = new Lamp[count];
                for (int i = 0; i < count; i++)
                    _lamps[i] = new Lamp();
                _spare = new Lamp[count];
                for (int i = 0; i < count; i++)
                    _spare[i] = new Lamp();
                _isWired = true;
                _old = new Lamp[count];
                for (int i = 0; i < count; i++)
                    _old[i] = _lamps[i];
                Array.Clear(_old, 0, count);
            }
        }

        public int Watts()
        {
            int watts = 0;
            lock (_gate)
            {
                foreach (Lamp lamp in _lamps)
                    watts += lamp.Watts;
            }

            return watts;
        }

        public int SpareWatts()
        {
            if (!_isWired)
                return 0;
            int watts = 0;
            foreach (Lamp lamp in _spare)
                watts += lamp.Watts;
            return watts;
        }
    }
}
