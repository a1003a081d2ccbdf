using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>Store, then load what the other has stored: only a full fence on both sides helps.</summary>
public class StoreBufferingTests
{
    private const string Flags = """
        sealed class Flags
        {
            public int X;
            public int Y;
            public volatile int VolatileX;
            public volatile int VolatileY;
        }

        [Scenario]
        sealed class StoreBuffering
        {
            private readonly Flags _flags = new();
            private int _first = -1;
            private int _second = -1;

            [SimulatedThread] void First() { {STORE_X}; _first = {LOAD_Y}; }
            [SimulatedThread] void Second() { {STORE_Y}; _second = {LOAD_X}; }
            [Invariant] void OneSeesTheOther() => Check.That(_first == 1 || _second == 1, "neither saw the other");
        }
        """;

    private const string Peterson = """
        sealed class Peterson
        {
            private readonly int[] _wants = new int[2];
            private int _turn;

            public void Enter(int me)
            {
                ref int mine = ref _wants[me];
                Volatile.Write(ref mine, 1);
                Volatile.Write(ref _turn, 1 - me);
                Interlocked.MemoryBarrier();
                while (Volatile.Read(ref _wants[1 - me]) == 1 && Volatile.Read(ref _turn) == 1 - me)
                {
                    Thread.Yield();
                }
            }

            public void Exit(int me) => Volatile.Write(ref _wants[me], 0);
        }

        [Scenario]
        sealed class TwoThreads
        {
            private readonly Peterson _lock = new();
            private int _inside;

            [SimulatedThread] void First() => Work(0);
            [SimulatedThread] void Second() => Work(1);

            private void Work(int me)
            {
                _lock.Enter(me);
                Check.Equal(1, ++_inside, "threads inside");
                Thread.Yield();
                _inside--;
                _lock.Exit(me);
            }
        }
        """;

    private const string Dekker = """
        sealed class Claims
        {
            private int _left;
            private int _right;

            public bool TryLeft() { Volatile.Write(ref _left, 1); Interlocked.MemoryBarrier(); return Volatile.Read(ref _right) == 0; }
            public bool TryRight() { Interlocked.Exchange(ref _right, 1); return Volatile.Read(ref _left) == 0; }
        }

        [Scenario]
        sealed class Claimants
        {
            private readonly Claims _claims = new();
            private int _claimed;

            [SimulatedThread] void Left() { if (_claims.TryLeft()) _claimed++; }
            [SimulatedThread] void Right() { if (_claims.TryRight()) _claimed++; }
            [Invariant] void OneAtMost() => Check.That(_claimed <= 1, "both claimed it");
        }
        """;

    [Theory]
    [InlineData("_flags.X = 1", "_flags.Y")]
    [InlineData("Volatile.Write(ref _flags.X, 1)", "Volatile.Read(ref _flags.Y)")]
    [InlineData("_flags.VolatileX = 1", "_flags.VolatileY")]
    [InlineData("_flags.X = 1; Volatile.WriteBarrier(); Volatile.ReadBarrier()", "_flags.Y")]
    public void DiesWithoutFullFence(string store, string load) => Explored.DiesOfWeakMemory(Program(store, load));

    [Theory]
    [InlineData("_flags.X = 1; Interlocked.MemoryBarrier()", "_flags.Y")]
    [InlineData("_flags.X = 1; Thread.MemoryBarrier()", "_flags.Y")]
    [InlineData("Interlocked.Exchange(ref _flags.X, 1)", "_flags.Y")]
    [InlineData("_flags.X = 1; Interlocked.CompareExchange(ref _unused, 1, 2)", "_flags.Y")]
    [InlineData("_flags.VolatileX = 1; Interlocked.MemoryBarrierProcessWide()", "_flags.VolatileY")]
    public void LivesWithFullFence(string store, string load) =>
        Explored.Lives(Program(store, load).Replace("private int _first", "private int _unused; private int _first"));

    [Fact]
    public void LivesWithProcessWideFenceOnOneSide() => Explored.Lives(
        Flags.Replace("{STORE_X}", "_flags.X = 1; Interlocked.MemoryBarrierProcessWide()").Replace("{LOAD_Y}", "_flags.Y")
            .Replace("{STORE_Y}", "_flags.VolatileY = 1").Replace("{LOAD_X}", "_flags.X").Replace("_flags.Y", "_flags.VolatileY"));

    [Fact]
    public void PetersonNeedsItsFence()
    {
        Explored.Lives(Peterson);
        Explored.DiesOfWeakMemory(Explored.With(Peterson, "Interlocked.MemoryBarrier();", ""));
    }

    [Fact]
    public void DekkerNeedsBothFences()
    {
        Explored.Lives(Dekker);
        Explored.DiesOfWeakMemory(Explored.With(Dekker, "Interlocked.MemoryBarrier();", ""));
        Explored.DiesOfWeakMemory(Explored.With(Dekker, "Interlocked.Exchange(ref _right, 1)", "Volatile.Write(ref _right, 1)"));
    }

    private static string Program(string store, string load) => Flags
        .Replace("{STORE_X}", store).Replace("{LOAD_Y}", load)
        .Replace("{STORE_Y}", store.Replace("X,", "Y,").Replace("X =", "Y =")).Replace("{LOAD_X}", load.Replace("Y", "X"));
}
