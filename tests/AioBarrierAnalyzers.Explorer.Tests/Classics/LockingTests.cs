using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>Locks, claims, waits: what goes wrong in any memory.</summary>
public class LockingTests
{
    private const string Counter = """
        sealed class Counter
        {
            private readonly object _lock = new();
            private int _count;
            public void Add() { lock (_lock) { _count++; } }
            public int Count => _count;
        }

        [Scenario]
        sealed class TwoAdders
        {
            private readonly Counter _counter = new();

            [SimulatedThread] void First() => _counter.Add();
            [SimulatedThread] void Second() => _counter.Add();
            [Invariant] void BothCount() => Check.Equal(2, _counter.Count, "the count");
        }
        """;

    private const string Schedule = """
        sealed class Work
        {
            private int _scheduled;
            public bool TrySchedule() { {CLAIM} }
        }

        [Scenario]
        sealed class TwoSchedulers
        {
            private readonly Work _work = new();
            private int _times;

            [SimulatedThread] void First() { if (_work.TrySchedule()) _times++; }
            [SimulatedThread] void Second() { if (_work.TrySchedule()) _times++; }
            [Invariant] void Once() => Check.Equal(1, _times, "times scheduled");
        }
        """;

    private const string Waiter = """
        sealed class Queue
        {
            private readonly object _lock = new();
            private int _waiters;
            private int _items;

            public void Put()
            {
                Volatile.Write(ref _items, 1);
                Interlocked.MemoryBarrier();
                if (_waiters != 0)
                {
                    lock (_lock) { Monitor.Pulse(_lock); }
                }
            }

            public void Take()
            {
                lock (_lock)
                {
                    _waiters++;
                    Interlocked.MemoryBarrier();
                    while (Volatile.Read(ref _items) == 0) Monitor.Wait(_lock);
                    _waiters--;
                }
            }
        }

        [Scenario]
        sealed class OneItem
        {
            private readonly Queue _queue = new();

            [SimulatedThread] void Putter() => _queue.Put();
            [SimulatedThread] void Taker() => _queue.Take();
        }
        """;

    [Fact]
    public void ACounterNeedsItsLock()
    {
        Explored.Lives(Counter);
        Explored.Dies(Explored.With(Counter, "lock (_lock)", ""), options: Explored.Exhaustively with { StaleReads = 0 });
    }

    [Theory]
    [InlineData("private readonly object _lock = new();", "private readonly Lock _lock = new();")]
    [InlineData("lock (_lock) { _count++; }", "Interlocked.Increment(ref _count);")]
    [InlineData("lock (_lock) { _count++; }", "bool taken = false; try { Monitor.Enter(_lock, ref taken); _count++; } finally { if (taken) Monitor.Exit(_lock); }")]
    public void OtherFormsOfTheLockLive(string from, string to) => Explored.Lives(Explored.With(Counter, from, to));

    [Fact]
    public void ALockScopeIsALock() => Explored.Lives(
        Explored.With(Explored.With(Counter, "object _lock", "Lock _lock"), "lock (_lock) { _count++; }", "using (_lock.EnterScope()) { _count++; }"));

    [Fact]
    public void ASemaphoreOfOneIsALock() => Explored.Lives(WithSemaphore(1));

    [Fact]
    public void ASemaphoreOfTwoIsNone() => Explored.Dies(WithSemaphore(2));

    [Theory]
    [InlineData("if (_scheduled != 0) return false; _scheduled = 1; return true;", true)]
    [InlineData("if (Volatile.Read(ref _scheduled) != 0) return false; Volatile.Write(ref _scheduled, 1); return true;", true)]
    [InlineData("return Interlocked.Exchange(ref _scheduled, 1) == 0;", false)]
    [InlineData("return _scheduled == 0 && Interlocked.CompareExchange(ref _scheduled, 1, 0) == 0;", false)]
    public void CheckThenSetSchedulesTwice(string claim, bool dies)
    {
        var source = Schedule.Replace("{CLAIM}", claim);
        if (dies) Explored.Dies(source, options: Explored.Exhaustively with { StaleReads = 0 });
        else Explored.Lives(source);
    }

    [Fact]
    public void AWaiterThatIsLookedForNeedsFences()
    {
        Explored.Lives(Waiter);
        var withoutFirst = Explored.With(Waiter, "Interlocked.MemoryBarrier();\n        if", "if");
        Explored.DiesOfWeakMemory(withoutFirst, FailureKind.Deadlock);
        Explored.DiesOfWeakMemory(Explored.With(Waiter, "_waiters++;\n            Interlocked.MemoryBarrier();", "_waiters++;"), FailureKind.Deadlock);
    }

    [Fact]
    public void ALostWakeUpIsADeadlock()
    {
        var withoutLook = Explored.With(Waiter, "while (Volatile.Read(ref _items) == 0) Monitor.Wait(_lock);", "Monitor.Wait(_lock);");

        var result = Explored.Dies(withoutLook, FailureKind.Deadlock);

        Assert.Contains("Taker waits for a pulse", result.Failure!.Message);
    }

    [Fact]
    public void ACycleOfLocksIsADeadlock() => Explored.Dies("""
        sealed class Account { public int Money; }

        [Scenario]
        sealed class Transfers
        {
            private readonly Account _a = new();
            private readonly Account _b = new();

            [SimulatedThread] void Forth() => Move(_a, _b);
            [SimulatedThread] void Back() => Move(_b, _a);

            private static void Move(Account from, Account to) { lock (from) { lock (to) { from.Money--; to.Money++; } } }
        }
        """, FailureKind.Deadlock);

    [Fact]
    public void ASpinThatNothingEndsIsNoProgress() => Explored.Dies("""
        sealed class Flag { public int Set; }

        [Scenario]
        sealed class Spinner
        {
            private readonly Flag _flag = new();

            [SimulatedThread] void Waits() { while (Volatile.Read(ref _flag.Set) != 2) { } }
            [SimulatedThread] void Sets() => Volatile.Write(ref _flag.Set, 1);
        }
        """, FailureKind.NoProgress);

    [Fact]
    public void ACollectionIsNotForTwo() => Explored.Dies("""
        sealed class Names { private readonly List<string> _names = new(); public void Add(string name) => _names.Add(name); }

        [Scenario]
        sealed class TwoAdders
        {
            private readonly Names _names = new();

            [SimulatedThread] void First() => _names.Add("a");
            [SimulatedThread] void Second() => _names.Add("b");
        }
        """, FailureKind.Race);

    [Fact]
    public void TheCheckSeesWhatASemaphoreCounts() => Explored.Lives("""
        sealed class Permits { public readonly SemaphoreSlim Free = new(1); }

        [Scenario]
        sealed class TakenAndReleased
        {
            private readonly Permits _permits = new();

            [SimulatedThread] void Takes() => _permits.Free.Wait();
            [SimulatedThread] void Releases() => _permits.Free.Release();

            [Invariant]
            void OneIsLeft()
            {
                Check.That(_permits.Free.Wait(0), "one is left");
                Check.That(!_permits.Free.Wait(0), "not two");
            }
        }
        """);

    private static string WithSemaphore(int count) => Explored.With(
        Explored.With(Counter, "object _lock = new()", $"SemaphoreSlim _lock = new({count})"),
        "lock (_lock) { _count++; }",
        "_lock.Wait(); try { _count++; } finally { _lock.Release(); }");
}
