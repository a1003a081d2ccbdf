using ReferenceRing;
using SeeTheBug.Broken;

namespace SeeTheBug.Scenes;

internal static class LostRun
{
    public static Scene Scene { get; } = new(
        "Lost run of a callback (QEMU 2015)",
        "the flag is cleared too weakly: the callback looks for work before others see the flag clear",
        BugKind.StoreBuffering,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    // In each round the half is scheduled already. One thread writes work and schedules; the other polls, and the callback looks for work. If it finds none,
    // the half must be scheduled again, and the event loop notified.
    private sealed class BrokenRounds : IRounds
    {
        private readonly Desk[] _desks;
        private readonly TestedThenSet[] _halves;
        private readonly bool[] _notified;

        public BrokenRounds(int size)
        {
            _desks = Fill.Array(size, static () => new Desk());
            _halves = System.Array.ConvertAll(_desks, static desk => new TestedThenSet(desk.Look));
            _notified = new bool[size];
        }

        public void Prepare()
        {
            for (var i = 0; i < _desks.Length; i++)
            {
                _desks[i].Clear();
                _halves[i].Schedule();
            }
        }

        public void First(int round)
        {
            _desks[round].Put();
            _notified[round] = _halves[round].Schedule();
        }

        public void Second(int round) => _halves[round].Poll();

        public bool IsWrong(int round) => !_desks[round].Found && !_notified[round];
    }

    private sealed class RightRounds : IRounds
    {
        private readonly Desk[] _desks;
        private readonly AioContext[] _contexts;
        private readonly BottomHalf[] _halves;
        private readonly bool[] _notified;

        public RightRounds(int size)
        {
            _desks = Fill.Array(size, static () => new Desk());
            _contexts = Fill.Array(size, static () => new AioContext());
            _halves = new BottomHalf[size];
            _notified = new bool[size];
            for (var i = 0; i < size; i++)
            {
                _halves[i] = _contexts[i].CreateBottomHalf(_desks[i].Look);
            }
        }

        public void Prepare()
        {
            for (var i = 0; i < _desks.Length; i++)
            {
                _desks[i].Clear();
                _halves[i].Schedule();
            }
        }

        public void First(int round)
        {
            _desks[round].Put();
            _notified[round] = _halves[round].Schedule();
        }

        public void Second(int round) => _contexts[round].Poll();

        public bool IsWrong(int round) => !_desks[round].Found && !_notified[round];
    }
}
