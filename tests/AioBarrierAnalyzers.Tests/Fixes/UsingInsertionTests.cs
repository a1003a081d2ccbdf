using System.Threading.Tasks;
using AioBarrierAnalyzers.Rules;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

public class UsingInsertionTests
{
    private static readonly EditTest Edit = EditTest.Of(EditKind.VolatileWrite, "UseVolatileWrite");

    private const string Code = "class C { int _x; void M() { {|primary:_x = 1|}; } }\n";
    private const string Fixed = "class C { int _x; void M() { Volatile.Write(ref _x, 1); } }\n";

    [Theory]
    [InlineData("using System;\n\n", "using System;\nusing System.Threading;\n\n")]
    [InlineData("using System;\nusing System.Threading.Tasks;\n\n", "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\n\n")]
    [InlineData("using Microsoft.Win32.SafeHandles;\n\n", "using System.Threading;\nusing Microsoft.Win32.SafeHandles;\n\n")]
    [InlineData("// Header.\n\nusing System.Text;\n\n", "// Header.\n\nusing System.Text;\nusing System.Threading;\n\n")]
    [InlineData("// Header.\nusing System.Timers;\n\n", "// Header.\nusing System.Threading;\nusing System.Timers;\n\n")]
    [InlineData("using System;\nusing static System.Math;\nusing Text = System.String;\n\n", "using System;\nusing System.Threading;\nusing static System.Math;\nusing Text = System.String;\n\n")]
    [InlineData("global using System;\n\n", "global using System;\nusing System.Threading;\n\n")]
    [InlineData("using System;\r\n\r\n", "using System;\r\nusing System.Threading;\r\n\r\n")]
    [InlineData("namespace N;\n\n", "using System.Threading;\n\nnamespace N;\n\n")]
    [InlineData("// Header.\n\nnamespace N;\n\n", "// Header.\n\nusing System.Threading;\n\nnamespace N;\n\n")]
    [InlineData("#nullable enable\n\nnamespace N;\n\n", "#nullable enable\n\nusing System.Threading;\n\nnamespace N;\n\n")]
    [InlineData("// Header.\n\n/// <summary>C.</summary>\n", "// Header.\n\nusing System.Threading;\n\n/// <summary>C.</summary>\n")]
    [InlineData("/// <summary>C.</summary>\n", "using System.Threading;\n\n/// <summary>C.</summary>\n")]
    [InlineData("namespace N;\n\nusing System;\n\n", "namespace N;\n\nusing System;\nusing System.Threading;\n\n")]
    public Task Directive_GoesToItsPlace(string head, string expected) =>
        Edit.BecomesAsync(head + Code, expected + Fixed);

    [Fact]
    public Task Directive_InTheNamespaceWithUsings() => Edit.BecomesAsync(
        "namespace N\n{\n    using System;\n    using System.Xml;\n\n    " + Code + "}\n",
        "namespace N\n{\n    using System;\n    using System.Threading;\n    using System.Xml;\n\n    " + Fixed + "}\n");

    [Theory]
    [InlineData("using System.Threading;\n")]
    [InlineData("global using System.Threading;\n")]
    [InlineData("namespace N;\n\nusing System.Threading;\n")]
    public Task Directive_IsThere(string head) => Edit.BecomesAsync(head + Code, head + Fixed);

    [Fact]
    public Task GlobalUsing_OfAnotherFile() => Edit.BecomesAsync([Code, "global using System.Threading;\n"], [Fixed, "global using System.Threading;\n"]);

    [Fact]
    public Task FullNames_WhereTheFileWritesThem() => Edit.BecomesAsync(
        "class C { int _x; void M() { {|primary:_x = 1|}; System.Threading.Thread.Yield(); } }",
        "class C { int _x; void M() { System.Threading.Volatile.Write(ref _x, 1); System.Threading.Thread.Yield(); } }");

    [Fact]
    public Task FullNames_WithGlobal() => Edit.BecomesAsync(
        "class C { int _x; void M() { {|primary:_x = 1|}; global::System.Threading.Thread.Yield(); } }",
        "class C { int _x; void M() { global::System.Threading.Volatile.Write(ref _x, 1); global::System.Threading.Thread.Yield(); } }");

    [Fact]
    public Task FullName_WhereTheNameMeansAnotherType() => Edit.BecomesAsync(
        "using System.Threading;\nclass Volatile { }\n" + Code,
        "using System.Threading;\nclass Volatile { }\n" + Fixed.Replace("Volatile.", "global::System.Threading.Volatile."));

    [Fact]
    public Task FullName_WhereTheNameMeansAMember() => Edit.BecomesAsync(
        "using System.Threading;\nclass C { int _x; int Volatile => 0; void M() { {|primary:_x = 1|}; } }\n",
        "using System.Threading;\nclass C { int _x; int Volatile => 0; void M() { global::System.Threading.Volatile.Write(ref _x, 1); } }\n");

    [Fact]
    public Task FullName_WhereTheDirectiveWouldBeAmbiguous() => Edit.BecomesAsync(
        "using System.Timers;\nclass C { int _x; Timer? _timer; void M() { {|primary:_x = 1|}; _timer?.Stop(); _timer = new Timer(); } }\n",
        "using System.Timers;\nclass C { int _x; Timer? _timer; void M() { System.Threading.Volatile.Write(ref _x, 1); _timer?.Stop(); _timer = new Timer(); } }\n");

    [Fact]
    public Task FullName_WhereDirectivesAreConditional() => Edit.BecomesAsync(
        "#if NEVER\nusing System.Xml;\n#endif\nusing System;\n\n" + Code,
        "#if NEVER\nusing System.Xml;\n#endif\nusing System;\n\n" + Fixed.Replace("Volatile.", "System.Threading.Volatile."));

    [Fact]
    public Task FullName_WhereSystemMeansSomethingElse() => Edit.BecomesAsync(
        "class C { int _x; int System; void M() { {|primary:_x = 1|}; System = 1; global::System.Threading.Thread.Yield(); } }",
        "class C { int _x; int System; void M() { global::System.Threading.Volatile.Write(ref _x, 1); System = 1; global::System.Threading.Thread.Yield(); } }");

    [Fact]
    public Task FixAll_OneDirectiveForEachFile() => Edit.BecomesAsync(
        [
            "using System;\n\nclass A { int _x; void M() { {|primary0:_x = 1|}; {|primary1:_x = 2|}; } }\n",
            "class B { int _x; void M() { {|primary0:_x = 1|}; {|primary1:_x = 2|}; } }\n",
        ],
        [
            "using System;\nusing System.Threading;\n\nclass A { int _x; void M() { Volatile.Write(ref _x, 1); Volatile.Write(ref _x, 2); } }\n",
            "using System.Threading;\n\nclass B { int _x; void M() { Volatile.Write(ref _x, 1); Volatile.Write(ref _x, 2); } }\n",
        ]);
}
