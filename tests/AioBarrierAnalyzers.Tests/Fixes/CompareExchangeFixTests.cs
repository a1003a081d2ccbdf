using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class CompareExchangeFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.AtomicUpdate, "CompareExchange");

    [Fact]
    public Task PlainSteps_BecomeOne() => Edit.MembersBecomeAsync(
        """
            private int _free;

            public bool Take(int free)
            {
                // One less.
                int before = _free;
                if (before == free)
                {
                    {|primary:_free = free - 1|};
                }

                return before == free;
            }
        """,
        """
            private int _free;

            public bool Take(int free)
            {
                // One less.
                int before = Interlocked.CompareExchange(ref _free, free - 1, free);

                return before == free;
            }
        """);

    [Fact]
    public Task VolatileSteps_BecomeOne() => Edit.MembersBecomeAsync(
        """
            private object _head;

            public C(object head) => _head = head;

            public object Swap(object old, object next)
            {
                var seen = Volatile.Read(ref _head);
                if (old == seen)
                    {|primary:Volatile.Write(ref _head, next)|};
                return seen;
            }
        """,
        """
            private object _head;

            public C(object head) => _head = head;

            public object Swap(object old, object next)
            {
                var seen = Interlocked.CompareExchange(ref _head, next, old);
                return seen;
            }
        """);

    [Theory]
    [InlineData("int", "if (seen == old) { {|primary:_x = next|}; } else { next = old; }")]
    [InlineData("int", "if (seen == old) { {|primary:_x = seen + next|}; }")]
    [InlineData("int", "if (seen >= old) { {|primary:_x = next|}; }")]
    [InlineData("int", "if (seen == old) { {|primary:_x = next|}; next = old; }")]
    [InlineData("int", "if (seen == old) { {|primary:_x = next / old|}; }")]
    [InlineData("int", "next = old; if (seen == old) { {|primary:_x = next|}; }")]
    [InlineData("double", "if (seen == old) { {|primary:_x = next|}; }")]
    [InlineData("string", "if (seen == old) { {|primary:_x = next|}; }")]
    public Task OtherShapes_AreLeftAlone(string type, string decision) => Edit.IsNotOfferedForMembersAsync(
        $$"""
            private {{type}} _x{{(type == "string" ? " = string.Empty" : "")}};

            public {{type}} Swap({{type}} old, {{type}} next)
            {
                var seen = _x;
                {{decision}}
                return seen;
            }
        """);
}
