using ReferenceRing;
using SeeTheBug.Broken;

namespace SeeTheBug.Scenes;

internal static class DoubleClaim
{
    public static Scene Scene { get; } = new(
        "Work claimed twice (QEMU 2015)",
        "'if (scheduled) return; scheduled = true; notify' by two threads at once",
        BugKind.Atomicity,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly TestedThenSet[] _halves = Fill.Array(size, static () => new TestedThenSet(static () => { }));
        private readonly bool[] _first = new bool[size];
        private readonly bool[] _second = new bool[size];

        public void Prepare()
        {
            foreach (var half in _halves)
            {
                half.Poll();
            }
        }

        public void First(int round) => _first[round] = _halves[round].Schedule();

        public void Second(int round) => _second[round] = _halves[round].Schedule();

        public bool IsWrong(int round) => _first[round] == _second[round];
    }

    private sealed class RightRounds : IRounds
    {
        private readonly AioContext[] _contexts;
        private readonly BottomHalf[] _halves;
        private readonly bool[] _first;
        private readonly bool[] _second;

        public RightRounds(int size)
        {
            _contexts = Fill.Array(size, static () => new AioContext());
            _halves = System.Array.ConvertAll(_contexts, static context => context.CreateBottomHalf(static () => { }));
            _first = new bool[size];
            _second = new bool[size];
        }

        public void Prepare()
        {
            foreach (var context in _contexts)
            {
                context.Poll();
            }
        }

        public void First(int round) => _first[round] = _halves[round].Schedule();

        public void Second(int round) => _second[round] = _halves[round].Schedule();

        public bool IsWrong(int round) => _first[round] == _second[round];
    }
}
