using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraSpanOfSlots
{
    /// <summary>Calls for help from any thread; one thread answers them.</summary>
    public sealed class HelpDesk
    {
        private const int Free = 0;
        private const int Taken = 1;
        private const int Ready = 2;

        private struct Slot
        {
            public int State;
            public string Caller;
            public int Room;
        }

        private readonly Slot[] _slots = new Slot[32];

        public bool TryCall(string caller, int room)
        {
            for (int i = 0; i < _slots.Length; i++)
            {
                ref Slot slot = ref _slots[i];
                if (Interlocked.CompareExchange(ref slot.State, Taken, Free) == Free)
                {
                    slot.Caller = caller;
                    slot.Room = room;
                    slot.State = Ready;
                    return true;
                }
            }

            return false;
        }

        public void Answer(Action<string, int> answer)
        {
            foreach (ref Slot slot in _slots.AsSpan())
            {
                if (Volatile.Read(ref slot.State) == Ready)
                {
                    answer(slot.Caller, slot.Room);
                    Volatile.Write(ref slot.State, Free);
                }
            }
        }
    }
}
