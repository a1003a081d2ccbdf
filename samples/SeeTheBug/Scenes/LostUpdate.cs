using ReferenceRing;
using SeeTheBug.Broken;

namespace SeeTheBug.Scenes;

internal static class LostUpdate
{
    private const int Slots = 4;

    public static Scene Scene { get; } = new(
        "Lost update (slots of a kioctx)",
        "'available--' on a volatile field by two threads at once",
        BugKind.Atomicity,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly CountedInPieces[] _contexts = new CountedInPieces[size];

        public void Prepare()
        {
            for (var i = 0; i < _contexts.Length; i++)
            {
                _contexts[i] = new CountedInPieces(Slots);
            }
        }

        public void First(int round) => _contexts[round].TrySubmit();

        public void Second(int round) => _contexts[round].TrySubmit();

        public bool IsWrong(int round) => _contexts[round].Available != Slots - 2;
    }

    private sealed class RightRounds(int size) : IRounds
    {
        private readonly KioContext[] _contexts = new KioContext[size];

        public void Prepare()
        {
            for (var i = 0; i < _contexts.Length; i++)
            {
                _contexts[i] = new KioContext(Slots);
            }
        }

        public void First(int round) => _contexts[round].TrySubmit(0);

        public void Second(int round) => _contexts[round].TrySubmit(0);

        public bool IsWrong(int round) => _contexts[round].Available != Slots - 2;
    }
}
