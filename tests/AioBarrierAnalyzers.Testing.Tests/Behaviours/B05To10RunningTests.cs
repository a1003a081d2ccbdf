using System.Threading.Tasks;
using AioBarrierAnalyzers.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyBad = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.BadField>;
using VerifyOff = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.OffByDefault>;
using VerifyPartner = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.WithPartner>;
using VerifyProject = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.WithoutLocation>;
using VerifyThrowing = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.Throwing>;
using VerifyTwo = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.TwoRules>;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

public sealed class B05To10RunningTests
{
    private const string ProcessWide = "class C { void M() => System.Threading.Interlocked.MemoryBarrierProcessWide(); }";

    /// <summary>What <see cref="WithPartner"/> reports, but for the additional location.</summary>
    private static DiagnosticResult Expected => VerifyPartner.Diagnostic().WithSpan(1, 15, 1, 18);

    public static TheoryData<string> Frameworks => ["net8.0", "net10.0", "netstandard2.0", "net472"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public Task B05_ReferenceAssemblies_EveryFrameworkResolves_Passes(string framework)
        => new AnalyzerCase<BadField> { TestCode = "class C { System.Threading.Tasks.Task [|bad|]; }", ReferenceAssemblies = Framework(framework) }.RunAsync();

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public Task B05_ReferenceAssemblies_MemberIsThere_Passes(string framework)
        => new AnalyzerCase<BadField> { TestCode = ProcessWide, ReferenceAssemblies = Framework(framework) }.RunAsync();

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    public Task B05_ReferenceAssemblies_MemberIsNotThere_Fails(string framework)
        => Expect.FailureAsync(() => new AnalyzerCase<BadField> { TestCode = ProcessWide, ReferenceAssemblies = Framework(framework) }.RunAsync(), "CS0117");

    [Fact]
    public Task B05_ReferenceAssemblies_OfTheProjectOverThoseOfTheTest_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestCode = ProcessWide, TestState = { ReferenceAssemblies = ReferenceAssemblies.NetStandard.NetStandard20 } };
        return Expect.FailureAsync(() => test.RunAsync(), "CS0117");
    }

    [Fact]
    public Task B06_OffByDefault_IsOn_Passes()
        => VerifyOff.VerifyAnalyzerAsync(
            "class C { int bad; }",
            VerifyOff.Diagnostic().WithLocation(1, 15).WithArguments("bad").WithSeverity(DiagnosticSeverity.Info));

    [Fact]
    public Task B06_OffByDefault_NotExpected_Fails()
        => Expect.FailureAsync(() => VerifyOff.VerifyAnalyzerAsync("class C { int bad; }"), "expected \"0\" actual \"1\"");

#if !OFFICIAL_TESTING
    [Fact]
    public Task B06_OffByDefault_ConfiguredSeverityGoesFirst_Passes()
    {
        var test = new AnalyzerCase<OffByDefault>
        {
            TestState =
            {
                Sources = { "class C { int bad; }" },
                AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T0003.severity = error\n") },
            },
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T0003", DiagnosticSeverity.Error).WithLocation(1, 15).WithArguments("bad"));
        return test.RunAsync();
    }
#endif

    [Fact]
    public Task B06_AnalyzerThrows_Fails()
        => Expect.FailureAsync(() => VerifyThrowing.VerifyAnalyzerAsync("class C { int bad; }"), "AD0001");

    [Fact]
    public Task B06_AnalyzerThrows_Expected_Passes()
        => VerifyThrowing.VerifyAnalyzerAsync("class C { int bad; }", new DiagnosticResult("AD0001", DiagnosticSeverity.Error).WithNoLocation());

    [Fact]
    public Task B06_DisabledDiagnostics_Passes()
        => new AnalyzerCase<BadField> { TestCode = "class C { int bad; }", DisabledDiagnostics = { "T0001" } }.RunAsync();

    [Fact]
    public Task B07_CompilerError_Marked_Passes() => VerifyBad.VerifyAnalyzerAsync("class C { {|CS0246:Missing|} [|bad|]; }");

    [Fact]
    public Task B07_CompilerError_Listed_Passes()
        => VerifyBad.VerifyAnalyzerAsync("class C { Missing good; }", DiagnosticResult.CompilerError("CS0246").WithSpan(1, 11, 1, 18).WithArguments("Missing"));

    [Fact]
    public Task B07_CompilerError_NotExpected_Fails()
        => Expect.FailureAsync(
            () => VerifyBad.VerifyAnalyzerAsync("class C { Missing [|bad|]; }"),
            "DiagnosticResult.CompilerError(\"CS0246\").WithSpan(1, 11, 1, 18).WithArguments(\"Missing\")");

    [Fact]
    public Task B07_CompilerError_OfNoInterest_Passes()
        => new AnalyzerCase<BadField> { TestCode = "class C { Missing [|bad|]; }", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    [Fact]
    public Task B07_CompilerWarning_OnlyIfAskedFor_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestCode = "class C { int good; }", CompilerDiagnostics = CompilerDiagnostics.Warnings };
        return Expect.FailureAsync(() => test.RunAsync(), "CS0169");
    }

    [Fact]
    public Task B07_SuppressedInSource_IsDropped_Passes() => VerifyBad.VerifyAnalyzerAsync("""
        class D { int [|bad|]; }
        #pragma warning disable T0001
        class C { int bad; }
        """);

    [Fact]
    public Task B07_SuppressedInSource_StillExpected_Fails() => Expect.FailureAsync(
        () => VerifyBad.VerifyAnalyzerAsync("#pragma warning disable T0001\nclass C { int [|bad|]; }"),
        "expected \"1\" actual \"0\"");

    [Fact]
    public Task B08_Matching_VagueAndExactExpectations_FindTheirOwn_Passes() => VerifyTwo.VerifyAnalyzerAsync(
        "class C { int bad1; int bad2; }",
        new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1, 15),
        VerifyTwo.Diagnostic("T0001").WithSpan(1, 25, 1, 29).WithArguments("bad2"));

    [Fact]
    public Task B08_Matching_VagueOneFirst_LeavesTheExactOneItsOwn_Passes()
    {
        // Both expectations fit the first diagnostic; giving it to the one that comes first would leave the exact one without a partner.
        var test = new AnalyzerCase<TwiceAtOnce> { TestCode = "class C { int bad; }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1, 15));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1, 15).WithArguments("bad1"));
        return test.RunAsync();
    }

    [Fact]
    public Task B08_Matching_TwoExactOnes_OneDiagnosticEach_Fails()
    {
        var test = new AnalyzerCase<TwiceAtOnce> { TestCode = "class C { int bad; }" };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1, 15).WithArguments("bad1"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithLocation(1, 15).WithArguments("bad1"));
        return Expect.FailureAsync(() => test.RunAsync(), "arguments to match");
    }

    [Fact]
    public Task B08_Matching_OneReportedTwiceExpected_Fails() => Expect.FailureAsync(
        () => VerifyBad.VerifyAnalyzerAsync(
            "class C { int bad; }",
            VerifyBad.Diagnostic().WithLocation(1, 15).WithArguments("bad"),
            VerifyBad.Diagnostic().WithLocation(1, 15).WithArguments("bad")),
        "expected \"2\" actual \"1\"");

    [Fact]
    public Task B08_Failure_ShowsWhatToPaste_Fails()
        => Expect.FailureAsync(
            () => VerifyBad.VerifyAnalyzerAsync("class C { int bad; }"),
            "VerifyCS.Diagnostic().WithSpan(1, 15, 1, 18).WithArguments(\"bad\"),");

    [Fact]
    public Task B09_Everything_Equal_Passes() => VerifyPartner.VerifyAnalyzerAsync(
        "class C { int bad; }",
        Expected.WithSpan(1, 7, 1, 8).WithMessage("Field 'bad' is bad").WithSeverity(DiagnosticSeverity.Warning).WithIsSuppressed(false));

    [Fact]
    public Task B09_Id_Differs_Fails()
        => FailsForAsync(new DiagnosticResult("T0009", DiagnosticSeverity.Warning).WithSpan(1, 15, 1, 18).WithSpan(1, 7, 1, 8), "id to be \"T0009\"");

    [Fact]
    public Task B09_Severity_Differs_Fails()
        => FailsForAsync(
            Expected.WithSpan(1, 7, 1, 8).WithArguments("bad").WithSeverity(DiagnosticSeverity.Error),
            "severity to be \"Error\"");

    [Fact]
    public Task B09_Severity_Ignored_Passes() => VerifyPartner.VerifyAnalyzerAsync(
        "class C { int bad; }",
        Expected.WithSpan(1, 7, 1, 8).WithArguments("bad").WithSeverity(DiagnosticSeverity.Error).WithOptions(DiagnosticOptions.IgnoreSeverity));

    [Theory]
    [InlineData(1, 14, 1, 18)]
    [InlineData(1, 15, 1, 19)]
    [InlineData(2, 15, 2, 18)]
    public Task B09_StartOrEnd_Differs_Fails(int startLine, int startColumn, int endLine, int endColumn)
        => FailsForAsync(
            VerifyPartner.Diagnostic().WithSpan(startLine, startColumn, endLine, endColumn).WithSpan(1, 7, 1, 8).WithArguments("bad"),
            "Expected diagnostic at");

    [Fact]
    public Task B09_Path_Differs_Fails()
        => FailsForAsync(VerifyPartner.Diagnostic().WithSpan("/0/Other.cs", 1, 15, 1, 18).WithSpan(1, 7, 1, 8).WithArguments("bad"), "actually in file");

    [Fact]
    public Task B09_AdditionalLocations_TooFew_Fails()
        => FailsForAsync(Expected.WithArguments("bad"), "Expected 0 additional locations but got 1");

    [Fact]
    public Task B09_AdditionalLocations_Elsewhere_Fails()
        => FailsForAsync(Expected.WithSpan(1, 1, 1, 8).WithArguments("bad"), "Expected diagnostic at");

    [Fact]
    public Task B09_AdditionalLocations_Ignored_Passes() => VerifyPartner.VerifyAnalyzerAsync(
        "class C { int bad; }",
        Expected.WithArguments("bad").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task B09_Message_Differs_Fails()
        => FailsForAsync(Expected.WithSpan(1, 7, 1, 8).WithMessage("Field"), "message to be \"Field\"");

    [Fact]
    public Task B09_Message_PlaceholdersWithoutArguments_Fails()
        => FailsForAsync(Expected.WithSpan(1, 7, 1, 8), "message to be");

    [Fact]
    public Task B09_Arguments_Differ_Fails()
        => FailsForAsync(
            new DiagnosticResult("T0001", DiagnosticSeverity.Warning).WithSpan(1, 15, 1, 18).WithSpan(1, 7, 1, 8).WithArguments("worse"),
            "arguments to match");

    [Fact]
    public Task B09_Suppression_Differs_Fails()
        => FailsForAsync(
            Expected.WithSpan(1, 7, 1, 8).WithArguments("bad").WithIsSuppressed(true),
            "suppression state");

    [Fact]
    public Task B09_NoLocation_Passes() => VerifyProject.VerifyAnalyzerAsync("class C { int bad; }", VerifyProject.Diagnostic().WithArguments("bad"));

    [Fact]
    public Task B09_NoLocation_ButThereIsOne_Fails()
        => FailsForAsync(VerifyPartner.Diagnostic().WithArguments("bad"), "no location");

    [Fact]
    public Task B09_FurtherVerifier_Objects_Fails()
    {
        var test = new AnalyzerCase<BadField>
        {
            TestCode = "class C { int [|bad|]; }",
            DiagnosticVerifier = (diagnostic, _, verifier) => verifier.Equal("x", diagnostic.Id, "further check"),
        };
        return Expect.FailureAsync(() => test.RunAsync(), "further check");
    }

    [Fact]
    public Task B10_Order_OfExpectationsDoesNotMatter_Passes() => VerifyTwo.VerifyAnalyzerAsync(
        "class C { int bad; int badder; }",
        VerifyTwo.Diagnostic("T0002").WithLocation(1, 24).WithArguments("badder"),
        VerifyTwo.Diagnostic("T0001").WithLocation(1, 15).WithArguments("bad"));

#if !OFFICIAL_TESTING
    [Fact]
    public async Task B10_Order_OfReportedDiagnosticsIsByPlace_Fails()
    {
        var test = new AnalyzerCase<TwoRules> { TestState = { Sources = { "class C { int badder; int bad; }", "class D { int bad; }" } } };
        var exception = await Assert.ThrowsAsync<System.InvalidOperationException>(() => test.RunAsync());
        var places = System.Text.RegularExpressions.Regex.Matches(exception.Message, @"/0/Test\d\.cs\(1,\d+\)");
        Assert.Equal(["/0/Test0.cs(1,15)", "/0/Test0.cs(1,27)", "/0/Test1.cs(1,15)"], System.Linq.Enumerable.Select(places, place => place.Value));
    }
#endif

    private static ReferenceAssemblies Framework(string name) => name switch
    {
        "net8.0" => ReferenceAssemblies.Net.Net80,
        "net10.0" => ReferenceAssemblies.Net.Net100,
        "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
        _ => ReferenceAssemblies.NetFramework.Net472.Default,
    };

    private static Task FailsForAsync(DiagnosticResult expected, string reason)
        => Expect.FailureAsync(() => VerifyPartner.VerifyAnalyzerAsync("class C { int bad; }", expected), reason);
}
