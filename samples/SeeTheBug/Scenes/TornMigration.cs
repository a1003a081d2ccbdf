using BrokenAio.RingMigration;
using ReferenceRing;

namespace SeeTheBug.Scenes;

internal static class TornMigration
{
    public static Scene Scene { get; } = new(
        "Torn migration (Linux 2014)",
        "the ring is copied and replaced while a reader, under no lock, stores its head into the old one: an event comes twice",
        BugKind.Atomicity,
        static size => new BrokenRounds(size),
        static size => new RightRounds(size));

    private sealed class BrokenRounds(int size) : IRounds
    {
        private readonly MigratingRing[] _rings = Fill.Array(size, static () => new MigratingRing(4));
        private readonly long[] _into = new long[4];
        private readonly int[] _read = new int[size];

        public void Prepare()
        {
            foreach (var ring in _rings)
            {
                ring.Complete(1);
            }
        }

        public void First(int round) => _rings[round].Migrate();

        public void Second(int round) => _read[round] = _rings[round].Read(_into);

        public bool IsWrong(int round) => _read[round] + _rings[round].Read(_into) != 1;
    }

    private sealed class RightRounds : IRounds
    {
        private readonly RingTable _table;
        private readonly MigratableRing[] _rings;
        private readonly int[] _ids;
        private readonly IoEvent[] _into = new IoEvent[4];
        private readonly int[] _read;

        public RightRounds(int size)
        {
            _table = new RingTable(new PagePool(size + 1, slotsPerPage: 4), size);
            _rings = Fill.Array(size, () => _table.Create(1));
            _ids = System.Array.ConvertAll(_rings, static ring => ring.Id);
            _read = new int[size];
        }

        public void Prepare()
        {
            foreach (var ring in _rings)
            {
                ring.TryComplete(default);
            }
        }

        public void First(int round) => _table.Migrate(_ids[round], 0);

        public void Second(int round) => _read[round] = _rings[round].Read(_into);

        public bool IsWrong(int round) => _read[round] + _rings[round].Read(_into) != 1;
    }
}
