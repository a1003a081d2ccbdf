using Xunit;

namespace AioBarrierAnalyzers.Explorer.Tests.Classics;

/// <summary>Memory that is freed while another thread uses it.</summary>
public class UnmanagedMemoryTests
{
    private const string Shared = """
        sealed unsafe class Block
        {
            private readonly object _lock = new();
            private readonly int* _data = (int*)System.Runtime.InteropServices.NativeMemory.Alloc(4);
            private bool _isFreed;

            public void Use()
            {
                lock (_lock) { if (_isFreed) return; *_data = 1; }
            }

            public void Free()
            {
                lock (_lock) { if (_isFreed) return; _isFreed = true; System.Runtime.InteropServices.NativeMemory.Free(_data); }
            }
        }

        [Scenario]
        sealed class UsedAndFreedTwice
        {
            private readonly Block _block = new();
            [SimulatedThread] void Uses() => _block.Use();
            [SimulatedThread] void Frees() => _block.Free();
            [SimulatedThread] void FreesToo() => _block.Free();
        }
        """;

    [Fact]
    public void Lives() => Explored.Lives(Shared);

    [Theory]
    [InlineData("lock (_lock) { if (_isFreed) return; *_data = 1; }", "if (!_isFreed) *_data = 1;")]
    [InlineData("lock (_lock) { if (_isFreed) return; _isFreed = true;", "{ if (_isFreed) return; _isFreed = true;")]
    [InlineData("lock (_lock) { if (_isFreed) return; *_data = 1; }", "*_data = 1;")]
    public void DiesWithoutItsLock(string from, string to) => Explored.Dies(Explored.With(Shared, from, to), FailureKind.FreedMemory);

    [Fact]
    public void RacesOnElementsAreNamedByTheFieldThatLeadsToThem()
    {
        const string Source = """
            sealed unsafe class Arrays
            {
                private readonly int[] _managed = new int[1];
                private readonly int* _unmanaged = (int*)System.Runtime.InteropServices.NativeMemory.Alloc(4);
                public void Managed() { var copy = _managed; copy[0]++; }
                public void Unmanaged() => _unmanaged[0]++;
            }

            [Scenario]
            sealed class TwoThreads
            {
                private readonly Arrays _arrays = new();
                [SimulatedThread] void One() { _arrays.Managed(); _arrays.Unmanaged(); }
                [SimulatedThread] void Two() { _arrays.Managed(); _arrays.Unmanaged(); }
            }
            """;
        Explored.Lives(Source);
        Explored.Dies(Source, FailureKind.Race, Explored.Exhaustively with { RaceChecked = ["Arrays._managed"] });
        Explored.Dies(Source, FailureKind.Race, Explored.Exhaustively with { RaceChecked = ["Arrays._unmanaged"] });
    }
}
