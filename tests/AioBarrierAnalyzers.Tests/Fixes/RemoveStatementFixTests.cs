using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class RemoveStatementFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.RemoveStatement);

    private const string Fields =
        """
            private int _x;
            private volatile bool _y;


        """;

    [Fact]
    public Task Barrier_IsRemoved() => Edit.MembersBecomeAsync(
        Fields +
        """
            private bool M()
            {
                Interlocked.Exchange(ref _x, 1);
                {|primary:Interlocked.MemoryBarrier()|};
                return _y;
            }
        """,
        Fields +
        """
            private bool M()
            {
                Interlocked.Exchange(ref _x, 1);
                return _y;
            }
        """);

    [Fact]
    public Task Comments_stay_and_empty_lines_do_not_double() => Edit.MembersBecomeAsync(
        Fields +
        """
            private bool M()
            {
                Interlocked.Exchange(ref _x, 1);

                // Before the look.
                {|primary:Interlocked.MemoryBarrier()|}; // Both sides have one.

                // The look.
                return _y;
            }

            private bool N()
            {
                Interlocked.Exchange(ref _x, 1);

                {|primary1:Interlocked.MemoryBarrier()|};

                return _y;
            }
        """,
        Fields +
        """
            private bool M()
            {
                Interlocked.Exchange(ref _x, 1);

                // Before the look.
                // Both sides have one.

                // The look.
                return _y;
            }

            private bool N()
            {
                Interlocked.Exchange(ref _x, 1);

                return _y;
            }
        """);

    [Fact]
    public Task First_and_last_of_a_block() => Edit.MembersBecomeAsync(
        Fields +
        """
            private void M()
            {
                {|primary:Thread.MemoryBarrier()|};

                Interlocked.Exchange(ref _x, 1);
            }

            private void N()
            {
                while (Interlocked.CompareExchange(ref _x, 1, 0) != 0)
                {
                }

                // Taken.
                {|primary1:Thread.MemoryBarrier()|};
            }
        """,
        Fields +
        """
            private void M()
            {
                Interlocked.Exchange(ref _x, 1);
            }

            private void N()
            {
                while (Interlocked.CompareExchange(ref _x, 1, 0) != 0)
                {
                }
                // Taken.
            }
        """);

    [Fact]
    public Task In_a_section_of_a_switch() => Edit.MembersBecomeAsync(
        Fields +
        """
            private bool M(int mode)
            {
                switch (mode)
                {
                    case 0:
                        Interlocked.Increment(ref _x);
                        {|primary:Interlocked.MemoryBarrier()|};
                        return _y;
                    default:
                        return false;
                }
            }
        """,
        Fields +
        """
            private bool M(int mode)
            {
                switch (mode)
                {
                    case 0:
                        Interlocked.Increment(ref _x);
                        return _y;
                    default:
                        return false;
                }
            }
        """);

    [Theory]
    [InlineData("if (_y) {|primary:Interlocked.MemoryBarrier()|};")]
    [InlineData("Interlocked.Increment(ref _x); {|primary:Interlocked.MemoryBarrier()|};")]
    public Task Not_where_it_shares_its_line_or_is_a_branch_by_itself(string statement) => Edit.IsNotOfferedForMembersAsync(
        Fields +
        $$"""
            private void M()
            {
                {{statement}}
            }
        """);
}
