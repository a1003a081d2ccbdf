using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class ReadOnceFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.ReadOnce);

    private const string Fields =
        """
            private Action _hook = () => { };
            private int _samples;
            private event Action Fired = () => { };

            private static bool Ask() => true;


        """;

    [Fact]
    public Task TestAndUse_ReadALocal() => Body(
        """
                if ({|anchor:_hook|} != null)
                {
                    {|primary:_hook|}();
                }
        """,
        """
                var hook = _hook;
                if (hook != null)
                {
                    hook();
                }
        """);

    [Fact]
    public Task UseBehindAWayOut_ReadsTheLocal() => Body(
        """
                // Nobody listens.
                if ({|anchor:Fired|} == null)
                {
                    return;
                }

                {|primary:Fired|}();
        """,
        """
                var fired = Fired;
                // Nobody listens.
                if (fired == null)
                {
                    return;
                }

                fired();
        """);

    [Fact]
    public Task VolatileReads_BecomeOne() => Body(
        """
                if ({|anchor:Volatile.Read(ref _samples)|} != 0)
                {
                    Console.WriteLine(100 / {|primary:Volatile.Read(ref _samples)|});
                }
        """,
        """
                var samples = Volatile.Read(ref _samples);
                if (samples != 0)
                {
                    Console.WriteLine(100 / samples);
                }
        """);

    [Fact]
    public Task ReadsBehindAStore_Stay() => Body(
        """
                if ({|anchor:_hook|} != null)
                {
                    {|primary:_hook|}();
                    _hook = () => { };
                    _hook();
                }
        """,
        """
                var hook = _hook;
                if (hook != null)
                {
                    hook();
                    _hook = () => { };
                    _hook();
                }
        """);

    [Fact]
    public Task ExpressionBody_BecomesABlock() => Edit.MembersBecomeAsync(
        Fields + "    private bool IsReady => {|anchor:_hook|} != null && {|primary:_hook|}.Target != null;",
        Fields + """
                private bool IsReady
                {
                    get
                    {
                        var hook = _hook;
                        return hook != null && hook.Target != null;
                    }
                }
            """);

    [Fact]
    public Task ConditionOfALoop_IsLeftAlone() => NotOffered(
        """
                while ({|anchor:_hook|} != null)
                {
                    {|primary:_hook|}();
                }
        """);

    [Fact]
    public Task UseInALoop_IsLeftAlone() => NotOffered(
        """
                if ({|anchor:_hook|} != null)
                {
                    while (Ask())
                    {
                        {|primary:_hook|}();
                    }
                }
        """);

    [Fact]
    public Task CallBeforeTheTest_IsLeftAlone() => NotOffered(
        """
                if (Ask() && {|anchor:_hook|} != null)
                {
                    {|primary:_hook|}();
                }
        """);

    [Fact]
    public Task NameThatIsTaken_IsLeftAlone() => NotOffered(
        """
                int hook = 1;
                if ({|anchor:_hook|} != null && hook == 1)
                {
                    {|primary:_hook|}();
                }
        """);

    [Fact]
    public Task StoreBetween_IsLeftAlone() => NotOffered(
        """
                if ({|anchor:_hook|} != null)
                {
                    _hook = () => { };
                    {|primary:_hook|}();
                }
        """);

    private static Task Body(string body, string expected) => Edit.MembersBecomeAsync(Method(body), Method(expected));

    private static Task NotOffered(string body) => Edit.IsNotOfferedForMembersAsync(Method(body));

    private static string Method(string body) => Fields + "    private void M()\n    {\n" + body + "\n    }";
}
