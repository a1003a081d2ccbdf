using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class ClaimFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.Claim);

    private const string Fields =
        """
            private int _scheduled;
            private int _state;
            private volatile int _idle;
            private bool _closed;

            private void Notify() { }


        """;

    [Fact]
    public Task Guard_PayloadComesFirst() => Body(
        """
                // Only one of us.
                if ({|primary:Volatile.Read(ref _scheduled)|} != 0)
                {
                    return;
                }

                _idle = 0;
                Interlocked.MemoryBarrier();
                {|anchor:Volatile.Write(ref _scheduled, 1)|};
                Notify();
        """,
        """
                _idle = 0;
                // Only one of us.
                if (Interlocked.Exchange(ref _scheduled, 1) != 0)
                {
                    return;
                }

                Notify();
        """);

    [Fact]
    public Task Guard_WithoutPayload() => Body(
        """
                if ({|primary:_scheduled|} != 0)
                    return;
                {|anchor:_scheduled = 1|}; // mine
                Notify();
        """,
        """
                // mine
                if (Interlocked.Exchange(ref _scheduled, 1) != 0)
                    return;
                Notify();
        """);

    [Fact]
    public Task Guard_AtTheEnd_NeedsNoTest() => Body(
        """
                if ({|primary:_scheduled|} != 0)
                {
                    return;
                }

                _idle = 1;
                {|anchor:_scheduled = 1|};
        """,
        """
                _idle = 1;
                Interlocked.Exchange(ref _scheduled, 1);
        """);

    [Fact]
    public Task Guard_OtherReasonsAreAskedFirst() => Body(
        """
                if ({|primary:_scheduled|} == 1 || _closed)
                    return;
                {|anchor:_scheduled = 1|};
                Notify();
        """,
        """
                if (_closed || Interlocked.Exchange(ref _scheduled, 1) == 1)
                    return;
                Notify();
        """);

    [Fact]
    public Task Guard_OtherReasonsAndPayload() => Body(
        """
                if (_closed || {|primary:_scheduled|} != 0)
                    return;

                _idle = 1;
                {|anchor:_scheduled = 1|};
                Notify();
        """,
        """
                if (_closed)
                    return;

                _idle = 1;
                if (Interlocked.Exchange(ref _scheduled, 1) != 0)
                    return;

                Notify();
        """);

    [Fact]
    public Task Guard_StoreOpensATryBlock() => Body(
        """
                if ({|primary:_scheduled|} != 0) return;
                try
                {
                    {|anchor:_scheduled = 1|};

                    Notify();
                }
                finally
                {
                    _scheduled = 0;
                }
        """,
        """
                if (Interlocked.Exchange(ref _scheduled, 1) != 0) return;
                try
                {
                    Notify();
                }
                finally
                {
                    _scheduled = 0;
                }
        """);

    [Fact]
    public Task Branch_WithoutPayload() => Body(
        """
                if ({|primary:_scheduled|} == 0)
                {
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
                else
                {
                    _idle = 1;
                }
        """,
        """
                if (Interlocked.Exchange(ref _scheduled, 1) == 0)
                {
                    Notify();
                }
                else
                {
                    _idle = 1;
                }
        """);

    [Fact]
    public Task Branch_OthersComeFirst() => Body(
        """
                if ({|primary:_scheduled|} == 0 && !_closed && _idle == 0)
                {
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
        """,
        """
                if (!_closed && _idle == 0 && Interlocked.Exchange(ref _scheduled, 1) == 0)
                {
                    Notify();
                }
        """);

    [Fact]
    public Task Branch_WithPayload() => Body(
        """
                Notify();

                if ({|primary:_scheduled|} == 0)
                {
                    _idle = 1;
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
        """,
        """
                Notify();

                _idle = 1;
                if (Interlocked.Exchange(ref _scheduled, 1) == 0)
                {
                    Notify();
                }
        """);

    [Fact]
    public Task Branch_OthersAndPayload() => Body(
        """
                if (!_closed && {|primary:_scheduled|} == 0)
                {
                    _idle = 1;
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
        """,
        """
                if (!_closed)
                {
                    _idle = 1;
                    if (Interlocked.Exchange(ref _scheduled, 1) == 0)
                    {
                        Notify();
                    }
                }
        """);

    [Fact]
    public Task Branch_OfAnElse() => Body(
        """
                if (_closed)
                    return;
                else if ({|primary:_scheduled|} == 0)
                {
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
        """,
        """
                if (_closed)
                    return;
                else if (Interlocked.Exchange(ref _scheduled, 1) == 0)
                {
                    Notify();
                }
        """);

    [Fact]
    public Task Branch_OfAnElse_WithPayload() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            private void M()
            {
                if (_closed)
                    return;
                else if ({|primary:_scheduled|} == 0)
                {
                    _idle = 1;
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
            }
        """);

    [Fact]
    public Task Guard_InALambdaAndALoop() => Body(
        """
                Action act = () =>
                {
                    for (int i = 0; i < 8; i++)
                    {
                        if ({|primary:_scheduled|} != 0) continue;

                        {|anchor:_scheduled = 1|};

                        Notify();
                    }
                };
                act();
        """,
        """
                Action act = () =>
                {
                    for (int i = 0; i < 8; i++)
                    {
                        if (Interlocked.Exchange(ref _scheduled, 1) != 0) continue;

                        Notify();
                    }
                };
                act();
        """);

    [Fact]
    public Task Branch_ElseClaims() => Body(
        """
                if ({|primary:_scheduled|} != 0)
                {
                    _idle = 1;
                }
                else
                {
                    {|anchor:_scheduled = 1|};
                    Notify();
                }
        """,
        """
                if (Interlocked.Exchange(ref _scheduled, 1) != 0)
                {
                    _idle = 1;
                }
                else
                {
                    Notify();
                }
        """);

    [Fact]
    public Task Flag_OfAnotherObject() => Edit.MembersBecomeAsync(
        Fields +
        """
            private void M(C job)
            {
                if ({|primary:Volatile.Read(ref job._scheduled)|} != 0)
                {
                    return;
                }

                job._idle = 0;
                {|anchor:Volatile.Write(ref job._scheduled, 1)|};
                Notify();
            }
        """,
        Fields +
        """
            private void M(C job)
            {
                job._idle = 0;
                if (Interlocked.Exchange(ref job._scheduled, 1) != 0)
                {
                    return;
                }

                Notify();
            }
        """);

    [Fact]
    public Task Flag_OfAnotherObject_ThatIsReplaced() => Edit.IsNotOfferedForMembersAsync(
        Fields +
        """
            private void M(C job, C other)
            {
                if ({|primary:Volatile.Read(ref job._scheduled)|} != 0)
                    return;
                job = other;
                {|anchor:Volatile.Write(ref job._scheduled, 1)|};
                Notify();
            }
        """);

    [Fact]
    public Task OtherStates_AreLeftAlone() => Body(
        """
                if ({|primary:_state|} != 0) return;
                {|anchor:_state = 1|};
                Notify();
                _state = 2;
        """,
        """
                if (Interlocked.CompareExchange(ref _state, 1, 0) != 0) return;
                Notify();
                _state = 2;
        """);

    [Fact]
    public Task OwnerThatIsNoConstant() => Body(
        """
                if ({|primary:_state|} == 0)
                {
                    {|anchor:_state = Environment.CurrentManagedThreadId|};
                    Notify();
                }
        """,
        """
                if (Interlocked.CompareExchange(ref _state, Environment.CurrentManagedThreadId, 0) == 0)
                {
                    Notify();
                }
        """);

    [Theory]
    [InlineData("if ({|primary:_scheduled|} != 0) return;\n        Notify();\n        {|anchor:_scheduled = 1|};")]
    [InlineData("if ({|primary:_scheduled|} != 0) return;\n        lock (this)\n        {\n            {|anchor:_scheduled = 1|};\n        }")]
    [InlineData("if ({|primary:_scheduled|} != 0) return;\n        {|anchor:_state = 1|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} > 0) return;\n        {|anchor:_scheduled = 1|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} != 0) return;\n        {|anchor:_scheduled++|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} != 0) Notify();\n        {|anchor:_scheduled = 1|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} == 1 && Next() > 0) return;\n        {|anchor:_scheduled = 1|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} == 1 || Next() > 0) return;\n        {|anchor:_scheduled = 1|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} != 0) return;\n        {|anchor:_scheduled = 0|};\n        Notify();")]
    [InlineData("if ({|primary:_scheduled|} != 0 || _idle == 1) return;\n        _idle = 1;\n        {|anchor:_scheduled = 1|};\n        Notify();")]
    [InlineData("while ({|primary:_scheduled|} == 0)\n        {\n            {|anchor:_scheduled = 1|};\n        }")]
    public Task Shapes_ThatAreNotRewritten(string body) => Edit.IsNotOfferedForMembersAsync(
        Fields + "    private int Next() => _state;\n\n    private void M()\n    {\n        " + body + "\n    }");

    [Fact]
    public Task FixAll_TwoClaimsOfOneFlag() => Edit.MembersBecomeAsync(
        Fields +
        """
            private void A()
            {
                if ({|primary0:_scheduled|} != 0) return;
                {|anchor0:_scheduled = 1|};
                Notify();
            }

            private void B()
            {
                if ({|primary1:_scheduled|} == 0)
                {
                    {|anchor1:_scheduled = 1|};
                    Notify();
                }
            }
        """,
        Fields +
        """
            private void A()
            {
                if (Interlocked.Exchange(ref _scheduled, 1) != 0) return;
                Notify();
            }

            private void B()
            {
                if (Interlocked.Exchange(ref _scheduled, 1) == 0)
                {
                    Notify();
                }
            }
        """);

    /// <summary>Nothing comes between the two steps, and what was seen is looked at afterwards.</summary>
    [Fact]
    public Task ReadIntoALocal_BecomesTheExchange() => Body(
        """
                var before = {|primary:Volatile.Read(ref _scheduled)|};
                {|anchor:Volatile.Write(ref _scheduled, 1)|};
                if (before != 0)
                    return;

                Notify();
        """,
        """
                var before = Interlocked.Exchange(ref _scheduled, 1);
                if (before != 0)
                    return;

                Notify();
        """);

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public Task Frameworks_HaveTheCall(string framework) => Edit.On(Frameworks.Named(framework)).MembersBecomeAsync(
        Fields + "    private void M()\n    {\n        if ({|primary:_scheduled|} != 0) return;\n        {|anchor:_scheduled = 1|};\n        Notify();\n    }",
        Fields + "    private void M()\n    {\n        if (Interlocked.Exchange(ref _scheduled, 1) != 0) return;\n        Notify();\n    }");

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(
        Fields + "    private void M()\n    {\n" + body + "\n    }", Fields + "    private void M()\n    {\n" + expected + "\n    }");
}
