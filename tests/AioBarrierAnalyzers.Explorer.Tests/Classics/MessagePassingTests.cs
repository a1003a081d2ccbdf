using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>Data, then a flag; the flag, then the data: a release on one side, an acquire on the other.</summary>
public class MessagePassingTests
{
    private const string Mailbox = """
        sealed class Mailbox
        {
            public long Low;
            public long High;
            public int Ready;

            public void Send() { Low = 1; High = 1; Volatile.Write(ref Ready, 1); }
            public bool TryReceive(out long sum) { sum = 0; if (Volatile.Read(ref Ready) == 0) return false; sum = Low + High; return true; }
        }

        [Scenario]
        sealed class OneMessage
        {
            private readonly Mailbox _box = new();

            [SimulatedThread] void Sender() => _box.Send();
            [SimulatedThread] void Receiver() { if (_box.TryReceive(out var sum)) Check.Equal(2L, sum, "what was sent"); }
        }
        """;

    private const string Seqlock = """
        sealed class Pair
        {
            private int _version;
            private int _a;
            private int _b;

            public void Write(int value)
            {
                _version++;
                Volatile.WriteBarrier();
                _a = value;
                _b = value;
                Volatile.Write(ref _version, _version + 1);
            }

            public bool TryRead(out int a, out int b)
            {
                int before = Volatile.Read(ref _version);
                a = _a;
                b = _b;
                Volatile.ReadBarrier();
                return (before & 1) == 0 && before == _version;
            }
        }

        [Scenario]
        sealed class Readers
        {
            private readonly Pair _pair = new();

            [SimulatedThread] void Writer() => _pair.Write(7);
            [SimulatedThread] void Reader() { if (_pair.TryRead(out var a, out var b)) Check.Equal(a, b, "the two halves"); }
        }
        """;

    [Fact]
    public void LivesWithBothBarriers() => Explored.Lives(Mailbox);

    [Theory]
    [InlineData("Volatile.Write(ref Ready, 1)", "Ready = 1")]
    [InlineData("Volatile.Read(ref Ready)", "Ready")]
    public void DiesWithoutEither(string from, string to)
    {
        var result = Explored.DiesOfWeakMemory(Explored.With(Mailbox, from, to));

        Assert.Contains("stale: the newest is 1, Sender line", result.Interleaving!.ToString());
    }

    [Theory]
    [InlineData("Volatile.Write(ref Ready, 1)", "Volatile.WriteBarrier(); Ready = 1")]
    [InlineData("Volatile.Write(ref Ready, 1)", "Interlocked.Exchange(ref Ready, 1)")]
    [InlineData("sum = Low", "Interlocked.MemoryBarrier(); sum = Low")]
    public void OtherBarriersDoAsWell(string from, string to) => Explored.Lives(Explored.With(Mailbox, from, to));

    [Fact]
    public void SequenceLockNeedsItsReadBarrier()
    {
        Explored.Lives(Seqlock);
        Explored.DiesOfWeakMemory(Explored.With(Seqlock, "Volatile.ReadBarrier();", ""));
        Explored.DiesOfWeakMemory(Explored.With(Seqlock, "Volatile.WriteBarrier();", ""));
        Explored.DiesOfWeakMemory(Explored.With(Seqlock, "Volatile.Write(ref _version, _version + 1)", "_version = _version + 1"));
        Explored.DiesOfWeakMemory(Explored.With(Seqlock, "Volatile.Read(ref _version)", "_version"));
    }

    [Fact]
    public void AStructIsTorn() => Explored.Dies("""
        struct Range { public int From; public int To; }
        sealed class Cell { public Range Range; }

        [Scenario]
        sealed class Copies
        {
            private readonly Cell _cell = new();

            [SimulatedThread] void Writer() => _cell.Range = new Range { From = 1, To = 1 };
            [SimulatedThread] void Reader() { Range seen = _cell.Range; Check.Equal(seen.From, seen.To, "the two ends"); }
        }
        """, options: Explored.Exhaustively with { StaleReads = 0 });
}
