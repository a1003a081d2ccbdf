using System;
using System.Threading;

namespace ExtraCourierHatch
{
    /// <summary>A hatch between the kitchen and the hall: one plate at a time.</summary>
    public sealed class Hatch
    {
        private readonly Slot _slot = new Slot();

        public bool Pass(string plate, int patience)
        {
            _slot.Put(plate);
            for (int looks = 0; looks < patience; looks++)
            {
                if (_slot.IsEmpty)
                    return true;
            }

            return false;
        }

        public string Take() => _slot.Take();

        private sealed class Slot
        {
            private string _plate;
            private bool _isFull;

            public bool IsEmpty => !Volatile.Read(ref _isFull);

            public void Put(string plate)
            {
                _plate = plate;
                Volatile.Write(ref _isFull, true);
            }

            public string Take()
            {
                if (!Volatile.Read(ref _isFull))
                    return null;
                string plate = _plate;
                Volatile.Write(ref _isFull, false);
                return plate;
            }
        }
    }
}
