using System.Threading;

namespace Corpus.Extra.Neg3005TryAcquire;

public sealed class SlotTable
{
    public sealed class Slot
    {
        internal readonly object Sync = new object();
        internal bool Dead;

        public int Value { get; set; }
    }

    private readonly Slot[] _slots = { new Slot(), new Slot(), new Slot() };

    public Slot TryTake(int index)
    {
        Slot slot = _slots[index];
        Monitor.Enter(slot.Sync);
        if (slot.Dead)
        {
            Monitor.Exit(slot.Sync);
            return null;
        }

        return slot;
    }

    public Slot TakeAny()
    {
        foreach (Slot slot in _slots)
        {
            if (!Monitor.TryEnter(slot.Sync))
            {
                continue;
            }

            if (!slot.Dead)
            {
                return slot;
            }

            Monitor.Exit(slot.Sync);
        }

        return null;
    }

    public void Give(Slot slot) => Monitor.Exit(slot.Sync);

    public void Kill(int index)
    {
        lock (_slots[index].Sync)
        {
            _slots[index].Dead = true;
        }
    }
}
