using BrokenAio.RingTail;
using ReferenceRing;

namespace SeeTheBug.Scenes;

internal static class StaleEvent
{
    public static Scene Scene { get; } = new(
        "Stale event (Linux 2003)",
        "the tail is published without release and read without acquire: the event behind it is still the old one",
        BugKind.Publication,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly EventRing[] _rings = Fill.Array(size, static () => new EventRing());
        private readonly ulong[] _seen = new ulong[size];
        private ulong _data;

        public void Prepare()
        {
            _data++;
            foreach (var ring in _rings)
            {
                ring.TryGet(out _);
            }
        }

        public void First(int round) => _rings[round].TryPut(_data, 0);

        public void Second(int round) => _seen[round] = _rings[round].TryGet(out var taken) ? taken.Data : _data;

        public bool IsWrong(int round) => _seen[round] != _data;
    }

    private sealed class RightRounds(int size) : IRounds
    {
        private readonly AioRing[] _rings = Fill.Array(size, static () => new AioRing(256));
        private readonly ulong[] _seen = new ulong[size];
        private ulong _data;

        public void Prepare()
        {
            _data++;
            foreach (var ring in _rings)
            {
                ring.TryRead(out _);
            }
        }

        public void First(int round) => _rings[round].TryComplete(new IoEvent(_data, 0, 0, 0));

        public void Second(int round) => _seen[round] = _rings[round].TryRead(out var taken) ? taken.Data : _data;

        public bool IsWrong(int round) => _seen[round] != _data;
    }
}
