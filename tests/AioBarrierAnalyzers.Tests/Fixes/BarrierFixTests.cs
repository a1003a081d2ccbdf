using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class BarrierFixTests
{
    private static readonly EditTest Read = EditTest.Of(EditKind.ReadBarrier);
    private static readonly EditTest Write = EditTest.Of(EditKind.WriteBarrier);

    private const string Fields = "    private int _version;\n    private int _x;\n    private int _y;\n\n";

    [Theory]
    [InlineData("net472", "Interlocked.MemoryBarrier()")]
    [InlineData("netstandard2.0", "Interlocked.MemoryBarrier()")]
    [InlineData("net8.0", "Interlocked.MemoryBarrier()")]
    [InlineData("net10.0", "Volatile.ReadBarrier()")]
    public Task Reader_OfEachFramework(string framework, string barrier) => Read.On(Frameworks.Named(framework)).MembersBecomeAsync(
        Fields + Reader("            if (version == Volatile.Read(ref {|primary:_version|}))"),
        Fields + Reader("            " + barrier + ";\n            if (version == Volatile.Read(ref _version))"));

    [Theory]
    [InlineData("net472", "Interlocked.MemoryBarrier()")]
    [InlineData("net8.0", "Interlocked.MemoryBarrier()")]
    [InlineData("net10.0", "Volatile.WriteBarrier()")]
    public Task Writer_OfEachFramework(string framework, string barrier) => Write.On(Frameworks.Named(framework)).MembersBecomeAsync(
        Fields + Writer("{|primary:++_version|};"), Fields + Writer("++_version;\n        " + barrier + ";"));

    [Fact]
    public Task Writer_OfADeclaration() => Write.MembersBecomeAsync(
        Fields + Writer("int v = {|primary:Interlocked.Increment(ref _version)|}; // odd"),
        Fields + Writer("int v = Interlocked.Increment(ref _version); // odd\n        Interlocked.MemoryBarrier();"));

    [Fact]
    public Task Writer_InACondition() => Write.IsNotOfferedForMembersAsync(Fields + Writer("if (({|primary:++_version|} & 1) == 0) return;"));

    [Fact]
    public Task DoLoop_AtTheEndOfItsBody() => Read.MembersBecomeAsync(
        Fields +
        """
            private int M()
            {
                int version, sum;
                do
                {
                    version = Volatile.Read(ref _version);
                    sum = _x + _y;
                }
                while (version != {|primary:Volatile.Read(ref _version)|});
                return sum;
            }
        """,
        Fields +
        """
            private int M()
            {
                int version, sum;
                do
                {
                    version = Volatile.Read(ref _version);
                    sum = _x + _y;
                    Interlocked.MemoryBarrier();
                }
                while (version != Volatile.Read(ref _version));
                return sum;
            }
        """);

    [Fact]
    public Task DataInSeveralStatements_BehindAllOfThem() => Read.MembersBecomeAsync(
        Fields + "    private bool M(int v, out int x, out int y)\n    {\n        x = {|anchor:_x|};\n        y = _y;\n        return v == {|primary:_version|};\n    }",
        Fields + "    private bool M(int v, out int x, out int y)\n    {\n        x = _x;\n        y = _y;\n        Interlocked.MemoryBarrier();\n        return v == _version;\n    }");

    [Fact]
    public Task DataInTheSameStatement() => Read.IsNotOfferedForMembersAsync(
        Fields + "    private bool M(int v)\n    {\n        return {|anchor:_x|} == 0 && v == {|primary:_version|};\n    }");

    [Fact]
    public Task WhileBody_ReadsTheData() => Read.MembersBecomeAsync(
        Fields +
        """
            private int M()
            {
                int version = 0, sum = 0;
                while (version != {|primary:Volatile.Read(ref _version)|})
                {
                    version = Volatile.Read(ref _version);
                    sum = {|anchor:_x|} + _y;
                }

                return sum;
            }
        """,
        Fields +
        """
            private int M()
            {
                int version = 0, sum = 0;
                while (version != Volatile.Read(ref _version))
                {
                    version = Volatile.Read(ref _version);
                    sum = _x + _y;
                    Interlocked.MemoryBarrier();
                }

                return sum;
            }
        """);

    [Fact]
    public Task Arrow_BecomesABlock() => Read.MembersBecomeAsync(
        Fields +
        """
            /// <summary>Nothing was written meanwhile.</summary>
            private bool IsValid(int version) => version == Volatile.Read(ref {|primary:_version|}); // even
        """,
        Fields +
        """
            /// <summary>Nothing was written meanwhile.</summary>
            private bool IsValid(int version)
            {
                Interlocked.MemoryBarrier();
                return version == Volatile.Read(ref _version);
            } // even
        """);

    [Fact]
    public Task ArrowProperty_BecomesAGetter() => Read.MembersBecomeAsync(
        Fields +
        """
            private bool IsQuiet => (Volatile.Read(ref {|primary:_version|}) & 1) == 0;
        """,
        Fields +
        """
            private bool IsQuiet
            {
                get
                {
                    Interlocked.MemoryBarrier();
                    return (Volatile.Read(ref _version) & 1) == 0;
                }
            }
        """);

    [Fact]
    public Task WhileCondition_WouldNeedTwo() => Read.IsNotOfferedForMembersAsync(
        Fields +
        """
            private int M()
            {
                int version = 1, sum = 0;
                while (version != {|primary:Volatile.Read(ref _version)|})
                {
                    version = _version;
                    sum = _x + _y;
                }

                return sum;
            }
        """);

    [Fact]
    public Task FixAll_BothReaders() => Read.MembersBecomeAsync(
        Fields + "    private bool A(int v)\n    {\n        return v == {|primary0:_version|};\n    }\n\n    private bool B(int v)\n    {\n        return v != {|primary1:_version|};\n    }",
        Fields + "    private bool A(int v)\n    {\n        Interlocked.MemoryBarrier();\n        return v == _version;\n    }\n\n    private bool B(int v)\n    {\n        Interlocked.MemoryBarrier();\n        return v != _version;\n    }");

    private static string Reader(string test) =>
        $$"""
            private int M()
            {
                while (true)
                {
                    int version = Volatile.Read(ref _version);
                    int sum = _x + _y;
        {{test}}
                        return sum;
                }
            }
        """;

    private static string Writer(string begin) =>
        $$"""
            private void M(int x, int y)
            {
                {{begin}}
                _x = x;
                _y = y;
                Volatile.Write(ref _version, _version + 1);
            }
        """;
}
