using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>A ring between one producer and one consumer, with each of its four barriers.</summary>
public class RingTests
{
    private const string Ring = """
        readonly record struct Item(long Low, long High);

        sealed class Ring
        {
            private readonly Item[] _slots = new Item[1];
            private int _head;
            private int _tail;

            public bool TryPut(in Item item)
            {
                int tail = _tail;
                if (tail - Volatile.Read(ref _head) == _slots.Length) return false;
                _slots[tail % _slots.Length] = item;
                Volatile.Write(ref _tail, tail + 1);
                return true;
            }

            public bool TryTake(out Item item)
            {
                int head = _head;
                if (Volatile.Read(ref _tail) == head) { item = default; return false; }
                item = _slots[head % _slots.Length];
                Volatile.Write(ref _head, head + 1);
                return true;
            }
        }

        [Scenario]
        sealed class TwoItems
        {
            private readonly Ring _ring = new();

            [SimulatedThread]
            void Producer()
            {
                for (long i = 1; i <= 2; i++) { while (!_ring.TryPut(new Item(i, i))) Thread.Yield(); }
            }

            [SimulatedThread]
            void Consumer()
            {
                for (long i = 1; i <= 2; i++)
                {
                    Item item;
                    while (!_ring.TryTake(out item)) Thread.Yield();
                    Check.Equal(new Item(i, i), item, "the item");
                }
            }
        }
        """;

    private static readonly ExploreOptions s_delayed = Explored.Exhaustively with { DelayedReads = true };

    [Fact]
    public void Lives() => Explored.Lives(Ring, s_delayed);

    [Theory]
    [InlineData("Volatile.Write(ref _tail, tail + 1)", "_tail = tail + 1")]
    [InlineData("Volatile.Read(ref _tail)", "_tail")]
    [InlineData("Volatile.Write(ref _head, head + 1)", "_head = head + 1")]
    public void DiesWithoutABarrier(string from, string to) => Explored.DiesOfWeakMemory(Explored.With(Ring, from, to), options: s_delayed);

    /// <summary>The slot is given back before it was read: no stale value shows that, only a load that comes late.</summary>
    [Fact]
    public void SlotReleaseNeedsDelayedReadsToBeFound() =>
        Explored.Lives(Explored.With(Ring, "Volatile.Write(ref _head, head + 1)", "_head = head + 1"));

    /// <summary>An equivalent mutant: the producer's plain load is followed by a branch and the store of the slot, which nothing moves before the branch.</summary>
    [Fact]
    public void PlainHeadLoadInTheProducerIsEquivalent() => Explored.Lives(Explored.With(Ring, "Volatile.Read(ref _head)", "_head"), s_delayed);

    /// <summary>The same mutant has a data race by the letter of the C++ model.</summary>
    [Fact]
    public void RaceChecksAreStricter()
    {
        var options = s_delayed with { RaceChecked = ["Ring._slots"] };
        Explored.Lives(Ring, options);
        Explored.Dies(Explored.With(Ring, "Volatile.Read(ref _head)", "_head"), FailureKind.Race, options with { StaleReads = 0 });
        Explored.Dies(Explored.With(Ring, "Volatile.Write(ref _head, head + 1)", "_head = head + 1"), FailureKind.Race, options with { StaleReads = 0 });
    }
}
