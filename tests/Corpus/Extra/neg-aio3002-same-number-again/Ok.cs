using System.Collections.Generic;
using System.Threading;

namespace ExtraSameNumberAgain
{
    /// <summary>Check digits of parcel numbers, kept once they are worked out, and the order in which depots were first seen.</summary>
    public sealed class ParcelTables
    {
        private readonly ReaderWriterLockSlim _gate = new ReaderWriterLockSlim();
        private readonly Dictionary<string, int> _digits = new Dictionary<string, int>();
        private readonly Dictionary<string, int> _depots = new Dictionary<string, int>();
        private int _computed;

        public int DigitOf(string parcel)
        {
            _gate.EnterReadLock();
            try
            {
                if (_digits.TryGetValue(parcel, out int known))
                    return known;
            }
            finally
            {
                _gate.ExitReadLock();
            }

            int digit = Work(parcel);
            _gate.EnterWriteLock();
            try
            {
                _digits[parcel] = digit;
                _computed++;
                return digit;
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }

        public int OrderOf(string depot)
        {
            _gate.EnterReadLock();
            try
            {
                if (_depots.TryGetValue(depot, out int known))
                    return known;
            }
            finally
            {
                _gate.ExitReadLock();
            }

            _gate.EnterWriteLock();
            try
            {
                if (_depots.TryGetValue(depot, out int known))
                    return known;
                int order = _depots.Count;
                _depots[depot] = order;
                return order;
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }

        private static int Work(string parcel)
        {
            int sum = 0;
            foreach (char c in parcel)
                sum = (sum * 7) + c;
            return sum % 10;
        }
    }
}
