using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class WholeAccessFixTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.WholeAccess);

    [Fact]
    public Task Read_BecomesInterlocked() => Edit.MembersBecomeAsync(
        "    private long _total;\n    private long Total => {|primary:_total|};",
        "    private long _total;\n    private long Total => Interlocked.Read(ref _total);");

    [Fact]
    public Task ReadOfADouble_BecomesVolatile() => Edit.MembersBecomeAsync(
        "    private double _load;\n    private double Load => {|primary:_load|};",
        "    private double _load;\n    private double Load => Volatile.Read(ref _load);");

    [Fact]
    public Task Store_BecomesAnExchange() => Edit.MembersBecomeAsync(
        "    private long _total;\n    private void Set(long to)\n    {\n        {|primary:_total = to|};\n    }",
        "    private long _total;\n    private void Set(long to)\n    {\n        Interlocked.Exchange(ref _total, to);\n    }");

    [Fact]
    public Task Property_IsLeftAlone() => Edit.IsNotOfferedForMembersAsync("    private long Last { get; set; }\n    private long Read() => {|primary:Last|};");

    [Fact]
    public Task Struct_IsLeftAlone() => Edit.IsNotOfferedForMembersAsync("    private Guid _id;\n    private Guid Read() => {|primary:_id|};");
}
