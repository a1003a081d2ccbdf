using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class DeclareVolatileFixTests
{
    private static readonly EditTest Write = EditTest.Of(EditKind.VolatileWrite, "DeclareVolatile");
    private static readonly EditTest Read = EditTest.Of(EditKind.VolatileRead, "DeclareVolatile");

    [Fact]
    public Task PrivateField_IsAChoice() => Read.MembersBecomeAsync(
        """
            // Set by Stop.
            private bool _stop;

            private void M()
            {
                while (!{|primary:_stop|})
                {
                }
            }

            public void Stop() => _stop = true;
        """,
        """
            // Set by Stop.
            private volatile bool _stop;

            private void M()
            {
                while (!_stop)
                {
                }
            }

            public void Stop() => _stop = true;
        """);

    [Fact]
    public Task PublicField_HasTheCall() => Read.IsNotOfferedForMembersAsync(
        """
            public bool Stop;

            private void M()
            {
                while (!{|primary:Stop|})
                {
                }
            }
        """);

    [Fact]
    public Task Enum_HasNoCall() => Write.BecomesAsync(
        """
        enum State { Idle, Busy }

        class C
        {
            /// <summary>The state.</summary>
            internal State State;
        }

        class D
        {
            void M(C c) { {|primary:c.State = State.Busy|}; }
        }
        """,
        """
        enum State { Idle, Busy }

        class C
        {
            /// <summary>The state.</summary>
            internal volatile State State;
        }

        class D
        {
            void M(C c) { c.State = State.Busy; }
        }
        """);

    [Fact]
    public Task Field_WithoutModifiers() => Write.BecomesAsync(
        """
        class C
        {
            // A letter.
            char _letter;

            void M() { {|primary:_letter = 'a'|}; }
        }
        """,
        """
        class C
        {
            // A letter.
            volatile char _letter;

            void M() { _letter = 'a'; }
        }
        """);

    [Fact]
    public Task Field_OfAnotherFile() => Write.BecomesAsync(
        ["class D { void M(C c) { {|primary:c.Letter = 'a'|}; } }", "class C { internal char Letter; }"],
        ["class D { void M(C c) { c.Letter = 'a'; } }", "class C { internal volatile char Letter; }"]);

    [Fact]
    public Task Field_ThatInterlockedTakes() => Write.MembersBecomeAsync(
        """
            private int _state;

            private void M()
            {
                Interlocked.Increment(ref _state);
                {|primary:_state = 1|};
            }
        """,
        """
            private volatile int _state;

            private void M()
            {
                Interlocked.Increment(ref _state);
                _state = 1;
            }
        """);

    [Theory]
    [InlineData("Volatile.Read(ref _state)")]
    [InlineData("Helper(ref _state)")]
    public Task Field_PassedByReference(string call) => Write.IsNotOfferedForMembersAsync(
        $$"""
            private int _state;

            private int M()
            {
                {|primary:_state = 1|};
                return {{call}};
            }

            private static int Helper(ref int value) => value;
        """);

    [Theory]
    [InlineData("private long _field", "_field = 1")]
    [InlineData("private double _field", "_field = 1")]
    [InlineData("private DateTime _field", "_field = default")]
    [InlineData("private int[] _field = new int[4]", "_field[0] = 1")]
    [InlineData("private int _field, _other", "_field = 1")]
    public Task Field_ThatCannotBeVolatile(string field, string store) => Write.IsNotOfferedForMembersAsync(
        $$"""
            {{field}};

            private void M() { {|primary:{{store}}|}; }
        """);

    [Fact]
    public Task FixAll_OneFieldTwice() => Read.MembersBecomeAsync(
        """
            private char _letter;

            private bool M() => {|primary0:_letter|} == 'a' || {|primary1:_letter|} == 'b';
        """,
        """
            private volatile char _letter;

            private bool M() => _letter == 'a' || _letter == 'b';
        """);
}
