using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class MoveBehindFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.MoveBehind);

    private const string Fields =
        """
            private readonly object _gate = new object();
            private readonly System.Collections.Generic.List<C> _all = new System.Collections.Generic.List<C>();
            private byte[] _page = System.Buffers.ArrayPool<byte>.Shared.Rent(64);
            private bool _closed;


        """;

    [Fact]
    public Task Call_BehindTheNextStatement() => Edit.MembersBecomeAsync(
        Fields +
        """
            private void M()
            {
                _closed = true;

                // The page.
                {|primary:System.Buffers.ArrayPool<byte>.Shared.Return(_page)|};
                {|anchor:_all.Remove(this)|};
            }
        """,
        Fields +
        """
            private void M()
            {
                _closed = true;

                _all.Remove(this);
                // The page.
                System.Buffers.ArrayPool<byte>.Shared.Return(_page);
            }
        """);

    [Fact]
    public Task Call_BehindALock() => Edit.MembersBecomeAsync(
        Fields +
        """
            private void M(C other)
            {
                {|primary:other.Return()|};
                lock (_gate)
                {
                    {|anchor:_all.Remove(other)|};
                }
            }

            private void Return()
            {
            }
        """,
        Fields +
        """
            private void M(C other)
            {
                lock (_gate)
                {
                    _all.Remove(other);
                }
                other.Return();
            }

            private void Return()
            {
            }
        """);

    [Theory]
    [InlineData("{|anchor:_page = null|};")]
    [InlineData("_closed = true; {|anchor:_all.Clear()|};")]
    [InlineData("if (_closed) return; {|anchor:_all.Clear()|};")]
    [InlineData("{|anchor:Forget()|};")]
    public Task What_the_call_needs_or_skips_is_in_the_way(string behind) => Edit.IsNotOfferedForMembersAsync(
        Fields +
        $$"""
            private void M()
            {
                {|primary:System.Buffers.ArrayPool<byte>.Shared.Return(_page)|};
                {{behind}}
            }

            private void Forget() => _page = null;
        """);
}
