using System.Threading;

namespace Corpus.Extra.Aio1008SequenceOfItsOwn.After
{
    /// <summary>Counts the versions of something that one thread writes: odd while it is being written.</summary>
    public sealed class Sequence
    {
        private int _version;

        public int Begin()
        {
            var spin = new SpinWait();
            while (true)
            {
                int version = Volatile.Read(ref _version);
                if ((version & 1) == 0)
                    return version;
                spin.SpinOnce();
            }
        }

        public bool IsCurrent(int version)
        {
            Interlocked.MemoryBarrier();
            return Volatile.Read(ref _version) == version;
        }

        public void Open() => Interlocked.Increment(ref _version);

        public void Close() => Interlocked.Increment(ref _version);
    }

    /// <summary>Where the gantry is. The drive moves it, any thread asks.</summary>
    public sealed class GantryPosition
    {
        private readonly Sequence _sequence = new Sequence();
        private double _bridge;
        private double _trolley;

        public void Move(double bridge, double trolley)
        {
            _sequence.Open();
            _bridge = bridge;
            _trolley = trolley;
            _sequence.Close();
        }

        public bool IsWithin(double bridge, double trolley)
        {
            while (true)
            {
                int version = _sequence.Begin();
                double atBridge = _bridge;
                double atTrolley = _trolley;
                if (_sequence.IsCurrent(version))
                    return atBridge <= bridge && atTrolley <= trolley;
            }
        }
    }
}
