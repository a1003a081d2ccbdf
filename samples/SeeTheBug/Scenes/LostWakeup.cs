using System.Threading;
using ReferenceRing;
using SeeTheBug.Broken;

namespace SeeTheBug.Scenes;

internal static class LostWakeup
{
    public static Scene Scene { get; } = new(
        "Lost wake-up (Linux 2008)",
        "store the tail, then look for waiters; queue up, then look at the tail; no full fence between",
        BugKind.StoreBuffering,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly UnfencedWaiting[] _rounds = Fill.Array(size, static () => new UnfencedWaiting());
        private readonly bool[] _woke = new bool[size];
        private readonly bool[] _sleeps = new bool[size];

        public void Prepare()
        {
            foreach (var round in _rounds)
            {
                round.Reset();
            }
        }

        public void First(int round) => _woke[round] = _rounds[round].Complete();

        public void Second(int round) => _sleeps[round] = _rounds[round].PrepareAndLook();

        public bool IsWrong(int round) => _sleeps[round] && !_woke[round];
    }

    private sealed class RightRounds(int size) : IRounds
    {
        private readonly Place[] _rounds = Fill.Array(size, static () => new Place());
        private readonly bool[] _woke = new bool[size];
        private readonly bool[] _sleeps = new bool[size];

        public void Prepare()
        {
            foreach (var round in _rounds)
            {
                round.Reset();
            }
        }

        public void First(int round)
        {
            var place = _rounds[round];
            place.Ring.TryComplete(default);
            _woke[round] = place.Queue.WakeOneIfWaiting();
        }

        public void Second(int round)
        {
            var place = _rounds[round];
            place.Queue.Prepare(place.Waiter);
            _sleeps[round] = place.Ring.IsEmpty;
        }

        public bool IsWrong(int round) => _sleeps[round] && !_woke[round];
    }

    private sealed class Place
    {
        public readonly AioRing Ring = new(1);
        public readonly WaitQueue Queue = new();
        public readonly Waiter Waiter;

        public Place()
        {
            Waiter = new Waiter(Queue);
        }

        public void Reset()
        {
            Ring.TryRead(out _);
            if (Queue.Finish(Waiter))
            {
                // Uses up the wake-up of the last round.
                Waiter.Sleep(Deadline.After(System.TimeSpan.Zero), CancellationToken.None);
            }
        }
    }
}
