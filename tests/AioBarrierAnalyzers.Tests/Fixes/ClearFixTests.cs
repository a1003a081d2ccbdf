using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class ClearFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.Clear);

    private const string Fields =
        """
            private int _scheduled;
            private int _state;
            private bool _deleted;

            private void Work() { }


        """;

    [Fact]
    public Task Branch_KeepsTheOtherConjuncts() => Body(
        """
                if (!_deleted && {|anchor:Volatile.Read(ref _scheduled)|} != 0)
                {
                    {|primary:Volatile.Write(ref _scheduled, 0)|};

                    // Now the work.
                    Work();
                }
        """,
        """
                if (!_deleted && Interlocked.Exchange(ref _scheduled, 0) != 0)
                {
                    // Now the work.
                    Work();
                }
        """);

    [Fact]
    public Task Branch_OthersComeFirst() => Body(
        """
                if ({|anchor:_scheduled|} == 1 && !_deleted)
                {
                    {|primary:_scheduled = 0|};
                    Work();
                }
        """,
        """
                if (!_deleted && Interlocked.Exchange(ref _scheduled, 0) == 1)
                {
                    Work();
                }
        """);

    [Fact]
    public Task Clear_BehindTheWork_ComesBefore() => Body(
        """
                if ({|anchor:_scheduled|} != 0)
                {
                    Work();
                    // Done.
                    {|primary:_scheduled = 0|};
                }
        """,
        """
                // Done.
                if (Interlocked.Exchange(ref _scheduled, 0) != 0)
                {
                    Work();
                }
        """);

    [Fact]
    public Task Guard_ClearsWhileItTests() => Body(
        """
                if ({|anchor:_scheduled|} == 0)
                    return;

                Work();
                {|primary:_scheduled = 0|};
                Work();
        """,
        """
                if (Interlocked.Exchange(ref _scheduled, 0) == 0)
                    return;

                Work();
                Work();
        """);

    [Fact]
    public Task Loop_ClearsWhileItTests() => Body(
        """
                while ({|anchor:_scheduled|} != 0)
                {
                    {|primary:_scheduled = 0|};
                    Work();
                }
        """,
        """
                while (Interlocked.Exchange(ref _scheduled, 0) != 0)
                {
                    Work();
                }
        """);

    [Fact]
    public Task OtherStates_AreLeftAlone() => Body(
        """
                if ({|anchor:_state|} == 1)
                {
                    {|primary:_state = 0|};
                    Work();
                    _state = 2;
                }
        """,
        """
                if (Interlocked.CompareExchange(ref _state, 0, 1) == 1)
                {
                    Work();
                    _state = 2;
                }
        """);

    [Fact]
    public Task ClearAlone_BecomesAnExchange() => Body(
        """
                {|primary:_scheduled = 0|};
                Work();
        """,
        """
                Interlocked.Exchange(ref _scheduled, 0);
                Work();
        """);

    [Fact]
    public Task EmptyElse_AndTry() => Body(
        """
                if ({|anchor:_scheduled|} != 0)
                {
                    try
                    {
                        {|primary:_scheduled = 0|};
                        Work();
                    }
                    finally
                    {
                        Work();
                    }
                }
        """,
        """
                if (Interlocked.Exchange(ref _scheduled, 0) != 0)
                {
                    try
                    {
                        Work();
                    }
                    finally
                    {
                        Work();
                    }
                }
        """);

    [Theory]
    [InlineData("if ({|anchor:_scheduled|} != 0)\n        {\n            if (_deleted) return;\n            {|primary:_scheduled = 0|};\n        }")]
    [InlineData("if ({|anchor:_scheduled|} != 0)\n        {\n            _state = _scheduled;\n            {|primary:_scheduled = 0|};\n        }")]
    [InlineData("if ({|anchor:_scheduled|} != 0)\n        {\n            {|primary:_scheduled = 2|};\n        }")]
    [InlineData("if ({|anchor:_scheduled|} != 0 || _deleted)\n        {\n            {|primary:_scheduled = 0|};\n        }")]
    [InlineData("if ({|anchor:_scheduled|} != 0)\n        {\n            try { Work(); } finally { {|primary:_scheduled = 0|}; }\n        }")]
    [InlineData("Work();\n        {|primary:_scheduled++|};")]
    public Task Shapes_ThatAreNotRewritten(string body) =>
        Edit.IsNotOfferedForMembersAsync(Fields + "    private void M()\n    {\n        " + body + "\n    }");

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(
        Fields + "    private void M()\n    {\n" + body + "\n    }", Fields + "    private void M()\n    {\n" + expected + "\n    }");
}
