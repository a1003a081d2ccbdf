using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace ExtraSlotOfOwnPosition
{
    [StructLayout(LayoutKind.Sequential)]
    public struct ParcelSlot
    {
        public long Weight;
        public int Zone;
        public int Flags;
    }

    /// <summary>Slots in memory that a scale fills. One thread takes the parcels.</summary>
    public sealed unsafe class ParcelBelt
    {
        private const int Filled = 1;
        private const int Empty = 2;

        private readonly ParcelSlot* _slots;
        private readonly int _mask;
        private int _at;

        public ParcelBelt(ParcelSlot* slots, int count)
        {
            _slots = slots;
            _mask = count - 1;
        }

        public int Take(Action<long, int> take)
        {
            int taken = 0;
            while (true)
            {
                ParcelSlot* slot = _slots + (_at & _mask);
                if (!IsFilled(slot))
                    return taken;

                take(slot->Weight, slot->Zone);
                Volatile.Write(ref slot->Flags, Empty);
                _at++;
                taken++;
            }
        }

        private static bool IsFilled(ParcelSlot* slot) => (Volatile.Read(ref slot->Flags) & Filled) != 0;
    }

    /// <summary>The scale's side, by one thread.</summary>
    public sealed unsafe class ParcelScale
    {
        private readonly ParcelSlot* _slots;
        private readonly int _mask;
        private int _at;

        public ParcelScale(ParcelSlot* slots, int count)
        {
            _slots = slots;
            _mask = count - 1;
        }

        public bool Put(long weight, int zone)
        {
            ParcelSlot* slot = _slots + (_at & _mask);
            if ((Volatile.Read(ref slot->Flags) & 2) == 0)
                return false;
            slot->Weight = weight;
            slot->Zone = zone;
            Volatile.Write(ref slot->Flags, 1);
            _at++;
            return true;
        }
    }
}
