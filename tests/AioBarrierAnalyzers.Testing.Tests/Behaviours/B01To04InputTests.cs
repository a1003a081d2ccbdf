using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using VerifyBad = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.BadField>;
using VerifyPartner = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.WithPartner>;
using VerifyTwo = AioBarrierAnalyzers.Testing.Tests.Behaviours.Verify<AioBarrierAnalyzers.Testing.Tests.Fakes.TwoRules>;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

public sealed class B01To04InputTests
{
    [Fact]
    public Task B01_DefaultMark_OneDescriptor_Passes() => VerifyBad.VerifyAnalyzerAsync("class C { int [|bad|]; }");

    [Fact]
    public Task B01_DefaultMark_NothingReported_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyAnalyzerAsync("class C { int [|good|]; }"), "expected \"1\" actual \"0\"");

    [Fact]
    public Task B01_DefaultMark_SeveralDescriptors_Fails()
        => Expect.FailureAsync(() => VerifyTwo.VerifyAnalyzerAsync("class C { int [|bad|]; }"), "single descriptor");

    [Fact]
    public Task B01_DefaultMark_SeveralDescriptorsAndUseFirst_Passes()
        => new AnalyzerCase<TwoRules> { TestCode = "class C { int [|bad|]; }", MarkupOptions = MarkupOptions.UseFirstDescriptor }.RunAsync();

    [Fact]
    public Task B02_NamedMark_OwnId_Passes() => VerifyTwo.VerifyAnalyzerAsync("class C { int {|T0001:bad|}; int {|T0002:badder|}; }");

    [Fact]
    public Task B02_NamedMark_OtherId_Fails()
        => Expect.FailureAsync(() => VerifyTwo.VerifyAnalyzerAsync("class C { int {|T0002:bad|}; }"), "id to be \"T0002\" was \"T0001\"");

    [Fact]
    public Task B02_NumberedMark_Passes()
        => VerifyPartner.VerifyAnalyzerAsync(
            "class {|#1:C|} { int {|#0:bad|}; }",
            VerifyPartner.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("bad"));

    [Fact]
    public Task B02_NumberedMark_UnknownNumber_Fails()
        => Expect.FailureAsync(
            () => VerifyBad.VerifyAnalyzerAsync("class C { int {|#0:bad|}; }", VerifyBad.Diagnostic().WithLocation(1).WithArguments("bad")),
            "'#1' was not found");

    [Fact]
    public Task B02_NumberedMark_SameNumberInTwoFiles_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestState = { Sources = { "class C { int {|#0:good|}; }", "class D { int {|#0:fine|}; }" } } };
        return Expect.FailureAsync(() => test.RunAsync(), "multiple markup locations with key '#0'");
    }

    [Fact]
    public Task B02_NumberedMark_SameNumberTwiceInOneFile_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyAnalyzerAsync("class C { int {|#0:good|}; int {|#0:fine|}; }"), "'#0'");

    [Fact]
    public void B02_NumberedMark_SameNumberTwice_ParserAlone_Fails()
    {
        const string Input = "{|#0:a|}{|#0:b|}";
        Assert.Throws<ArgumentException>(() => TestFileMarkupParser.GetSpans(Input, out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _));
    }

    [Fact]
    public Task B02_Position_IsAStart_Passes() => VerifyBad.VerifyAnalyzerAsync("class C { int $$bad; }");

    [Fact]
    public Task B02_Position_ElsewhereThanTheStart_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyAnalyzerAsync("class C { int b$$ad; }"), "Expected diagnostic at");

    [Fact]
    public Task B02_Position_AsCode_Passes()
        => new AnalyzerCase<BadField>
        {
            TestCode = "class C { int [|bad|]; string s = \"$$\"; }",
            MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode,
        }.RunAsync();

    [Fact]
    public void B02_OverlappingSpans_NumberedEndTags_Pass()
    {
        TestFileMarkupParser.GetSpans("ab{|#0:cd{|#1:ef|#0}gh|#1}[|ij|]", out var output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        Assert.Equal("abcdefghij", output);
        Assert.Equal(TextSpan.FromBounds(2, 6), spans["#0"].Single());
        Assert.Equal(TextSpan.FromBounds(4, 8), spans["#1"].Single());
        Assert.Equal(TextSpan.FromBounds(8, 10), spans[string.Empty].Single());
    }

    [Fact]
    public void B02_NestedSpans_CloseInnermostFirst_Pass()
    {
        TestFileMarkupParser.GetSpans("[|a{|X:b|}c|]", out _, out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans);
        Assert.Equal(TextSpan.FromBounds(0, 3), spans[string.Empty].Single());
        Assert.Equal(TextSpan.FromBounds(1, 2), spans["X"].Single());
    }

    [Theory]
    [InlineData("int[|[|] x", "int[ x")]
    [InlineData("{|X:int[|} x", "int[ x")]
    [InlineData("[||] x", " x")]
    public void B02_BracketBarBracket_InsideASpan_IsTheEnd(string input, string expected)
    {
        TestFileMarkupParser.GetSpans(input, out var output, out ImmutableDictionary<string, ImmutableArray<TextSpan>> _);
        Assert.Equal(expected, output);
    }

    [Theory]
    [InlineData("class C { int [|bad; }", "'1' starting spans")]
    [InlineData("class C { int bad|]; }", "'0' starting spans")]
    [InlineData("class C { int |]bad[|; }", "Mismatched end tag")]
    [InlineData("class C { int {|#0:bad|#1}; }", "start tag for span '#1'")]
    public Task B02_MismatchedTags_Fail(string source, string reason) => Expect.FailureAsync(() => VerifyBad.VerifyAnalyzerAsync(source), reason);

    [Fact]
    public Task B03_MarkupInAdditionalAndConfigFiles_Passes() => new AnalyzerCase<InAdditionalFile>
    {
        TestState =
        {
            Sources = { "class C { }" },
            AdditionalFiles = { ("/0/list.txt", "a [|bad|] word") },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n{|#0:[*.cs]|}\n") },
        },
    }.RunAsync();

    [Fact]
    public Task B03_MarkupInAdditionalFile_NothingReported_Fails()
    {
        var test = new AnalyzerCase<InAdditionalFile> { TestState = { Sources = { "class C { }" }, AdditionalFiles = { ("/0/list.txt", "a [|good|] word") } } };
        return Expect.FailureAsync(() => test.RunAsync(), "expected \"1\" actual \"0\"");
    }

    [Fact]
    public Task B03_FixedState_InheritsWhatItLeavesOpen_Passes() => new FixCase<TwoRules, Rename>
    {
        TestState = { Sources = { "class C { int {|T0001:bad|}; D d; }", "class D { int {|T0002:badder|}; }" }, AdditionalFiles = { ("/0/list.txt", "x") } },
        FixedState = { Sources = { "class C { int good; D d; }", "class D { int {|T0002:badder|}; }" } },
    }.RunAsync();

    [Fact]
    public Task B03_FixedState_DoesNotInheritFixedDiagnostics_Passes()
    {
        var test = new FixCase<TwoRules, Rename> { TestCode = "class C { int bad, badder; }", FixedCode = "class C { int good, badder; }" };
        test.ExpectedDiagnostics.Add(VerifyTwo.Diagnostic("T0001").WithSpan(1, 15, 1, 18).WithArguments("bad"));
        test.ExpectedDiagnostics.Add(VerifyTwo.Diagnostic("T0002").WithSpan("/0/Test0.cs", 1, 20, 1, 26).WithArguments("badder"));
        test.FixedState.ExpectedDiagnostics.Add(VerifyTwo.Diagnostic("T0002").WithSpan(1, 21, 1, 27).WithArguments("badder"));
        return test.RunAsync();
    }

    [Fact]
    public Task B03_FixedState_MarksOfFixableIdsExpectNothing_Passes()
        => new FixCase<BadField, Rename> { TestCode = "class C { int [|bad|]; }", FixedCode = "class C { int [|good|]; }" }.RunAsync();

    [Fact]
    public Task B03_FixedState_MarksOfFixableIdsAllowed_Fails()
    {
        var test = new FixCase<BadField, Rename> { TestCode = "class C { int [|bad|]; }", FixedCode = "class C { int [|good|]; }" };
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return Expect.FailureAsync(() => test.RunAsync(), "Diagnostics of fixed state");
    }

    [Fact]
    public Task B03_FixedState_ExplicitlyWithoutTheSecondFile_Fails()
    {
        var test = new FixCase<TwoRules, Rename>
        {
            TestState = { Sources = { "class C { int {|T0001:bad|}; }" }, AdditionalFiles = { ("/0/list.txt", "x") } },
            FixedState = { Sources = { "class C { int good; }" }, InheritanceMode = StateInheritanceMode.Explicit },
        };
        return Expect.FailureAsync(() => test.RunAsync(), "AdditionalFiles");
    }

    [Fact]
    public Task B03_MarkupHandlingNone_TakesMarksAsCode_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestState = { Sources = { "class C { int [|bad|]; }" }, MarkupHandling = MarkupMode.None } };
        return Expect.FailureAsync(() => test.RunAsync(), "CS");
    }

    [Fact]
    public Task B04_Sources_DefaultNames_Pass()
    {
        var test = new AnalyzerCase<BadField> { TestState = { Sources = { "class C { }", "class D { int bad; }" } } };
        test.ExpectedDiagnostics.Add(VerifyBad.Diagnostic().WithSpan("/0/Test1.cs", 1, 15, 1, 18).WithArguments("bad"));
        return test.RunAsync();
    }

    [Fact]
    public Task B04_Sources_OtherName_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestState = { Sources = { "class C { }", ("/0/Mine.cs", "class D { int bad; }") } } };
        test.ExpectedDiagnostics.Add(VerifyBad.Diagnostic().WithSpan("/0/Test1.cs", 1, 15, 1, 18).WithArguments("bad"));
        return Expect.FailureAsync(() => test.RunAsync(), "actually in file \"/0/Mine.cs\"");
    }

    [Fact]
    public Task B04_NoSource_Fails() => Expect.FailureAsync(() => new AnalyzerCase<BadField>().RunAsync(), "non-empty");

#if !OFFICIAL_TESTING
    // The published library lists every rule in the compilation options, which outranks a severity (but not "none") in a file. A build does not.
    [Theory]
    [InlineData("/.editorconfig", "root = true\n[*.cs]\n")]
    [InlineData("/.globalconfig", "is_global = true\n")]
    public Task B04_ConfigFile_IsApplied_Passes(string name, string header)
    {
        var test = new AnalyzerCase<BadField>
        {
            TestState = { Sources = { "class C { int bad; }" }, AnalyzerConfigFiles = { (name, header + "dotnet_diagnostic.T0001.severity = error\n") } },
        };
        test.ExpectedDiagnostics.Add(VerifyBad.Diagnostic().WithLocation(1, 15).WithArguments("bad").WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }
#endif

    [Fact]
    public Task B04_ConfigFile_SwitchesTheRuleOff_Fails()
    {
        var test = new AnalyzerCase<BadField>
        {
            TestState =
            {
                Sources = { "class C { int [|bad|]; }" },
                AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.T0001.severity = none\n") },
            },
        };
        return Expect.FailureAsync(() => test.RunAsync(), "expected \"1\" actual \"0\"");
    }

    [Fact]
    public Task B04_AdditionalProject_Referenced_Passes() => TwoProjects(reference: true).RunAsync();

    [Fact]
    public Task B04_AdditionalProject_NotReferenced_Fails() => Expect.FailureAsync(() => TwoProjects(reference: false).RunAsync(), "CS0246");

    [Fact]
    public Task B04_OutputKind_TopLevelStatementsInAnApplication_Pass()
        => new AnalyzerCase<BadField> { TestState = { Sources = { "System.Console.WriteLine();" }, OutputKind = OutputKind.ConsoleApplication } }.RunAsync();

    [Fact]
    public Task B04_OutputKind_TopLevelStatementsInALibrary_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyAnalyzerAsync("System.Console.WriteLine();"), "CS8805");

    [Fact]
    public Task B04_UnsafeCode_Passes() => VerifyBad.VerifyAnalyzerAsync("unsafe class C { int* [|bad|]; }");

    [Fact]
    public Task B04_DocumentationMode_DiagnosesComments_Passes() => Documented(null).RunAsync();

    [Fact]
    public Task B04_DocumentationMode_CommentsNotDiagnosed_Fails()
        => Expect.FailureAsync(() => Documented(DocumentationMode.Parse).RunAsync(), "expected \"1\" actual \"0\"");

    [Fact]
    public Task B04_SolutionTransform_Passes()
    {
        var test = new AnalyzerCase<BadField> { TestCode = "class C { string? [|bad|]; }" };
        test.SolutionTransforms.Add((solution, id) =>
        {
            var options = (CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!;
            return solution.WithProjectCompilationOptions(id, options.WithNullableContextOptions(NullableContextOptions.Enable));
        });
        test.CompilerDiagnostics = CompilerDiagnostics.Warnings;
        test.DisabledDiagnostics.Add("CS0169");
        return test.RunAsync();
    }

    [Fact]
    public Task B04_SolutionTransform_LanguageTooOld_Fails()
    {
        var test = new AnalyzerCase<BadField> { TestCode = "record C;" };
        test.SolutionTransforms.Add((solution, id) =>
        {
            var options = (CSharpParseOptions)solution.GetProject(id)!.ParseOptions!;
            return solution.WithProjectParseOptions(id, options.WithLanguageVersion(LanguageVersion.CSharp8));
        });
        return Expect.FailureAsync(() => test.RunAsync(), "CS8");
    }

    private static AnalyzerCase<BadField> Documented(DocumentationMode? mode) => new()
    {
        TestState = { Sources = { "/// <param name=\"{|CS1572:x|}\"></param>\npublic class C { }" }, DocumentationMode = mode },
        CompilerDiagnostics = CompilerDiagnostics.Warnings,
    };

    private static AnalyzerCase<BadField> TwoProjects(bool reference)
    {
        var test = new AnalyzerCase<BadField>
        {
            TestState =
            {
                Sources = { "class C { Other.D [|bad|]; }" },
                AdditionalProjects = { ["Library"] = { Sources = { "namespace Other { public class D { } }" } } },
            },
        };
        if (reference)
            test.TestState.AdditionalProjectReferences.Add("Library");

        return test;
    }
}
