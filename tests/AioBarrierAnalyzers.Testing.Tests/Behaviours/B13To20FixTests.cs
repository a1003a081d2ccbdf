using System.Text;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Xunit;
using VerifyBad = AioBarrierAnalyzers.Testing.Tests.Behaviours.VerifyFix<
    AioBarrierAnalyzers.Testing.Tests.Fakes.BadField,
    AioBarrierAnalyzers.Testing.Tests.Fakes.Rename>;
using VerifyNothing = AioBarrierAnalyzers.Testing.Tests.Behaviours.VerifyFix<
    AioBarrierAnalyzers.Testing.Tests.Fakes.BadField,
    Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

public sealed class B13To20FixTests
{
    private const string One = "class C { int [|bad|]; }";
    private const string OneFixed = "class C { int good; }";
    private const string Two = "class C { int [|bad1|]; int [|bad2|]; }";
    private const string TwoFixed = "class C { int good1; int good2; }";

    [Fact]
    public Task B13_FourModes_Agree_Passes() => VerifyBad.VerifyCodeFixAsync(Two, TwoFixed);

    [Fact]
    public Task B13_ExplicitExpectation_Passes()
        => VerifyBad.VerifyCodeFixAsync("class C { int {|#0:bad|}; }", VerifyBad.Diagnostic().WithLocation(0).WithArguments("bad"), OneFixed);

    [Fact]
    public Task B13_NoFixOffered_CodeStays_Passes() => VerifyNothing.VerifyCodeFixAsync(One, One);

    [Fact]
    public Task B13_NoFixOffered_ChangeExpected_Fails()
        => Expect.FailureAsync(() => VerifyNothing.VerifyCodeFixAsync(One, OneFixed), "content of '/0/Test0.cs' did not match");

    [Fact]
    public Task B13_InputVerifiedFirst_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyCodeFixAsync("class C { int bad; }", OneFixed), "Diagnostics of test state");

    [Fact]
    public Task B13_IterativeResult_OtherThanExpected_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyCodeFixAsync(One, "class C { int fine; }"), "Iterative code fix application");

    [Fact]
    public Task B13_BatchResult_OtherThanIterative_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, OtherFixAll> { TestCode = Two, FixedCode = TwoFixed }.RunAsync(), "Fix all in");

    [Fact]
    public Task B13_BatchResult_SaidToDiffer_Passes()
        => new FixCase<BadField, OtherFixAll> { TestCode = Two, FixedCode = TwoFixed, BatchFixedCode = "class C { int new1; int new2; }" }.RunAsync();

    [Fact]
    public Task B13_BatchResult_NotChecked_Passes()
        => new FixCase<BadField, OtherFixAll> { TestCode = Two, FixedCode = TwoFixed, CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck }.RunAsync();

    [Theory]
    [InlineData(CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck, "Fix all in solution")]
    [InlineData(CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck, "Fix all in project")]
    [InlineData(CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck, "Fix all in document")]
    public Task B13_EveryBatchMode_IsRun_Fails(CodeFixTestBehaviors behaviors, string mode)
        => Expect.FailureAsync(
            () => new FixCase<BadField, OtherFixAll> { TestCode = Two, FixedCode = TwoFixed, CodeFixTestBehaviors = behaviors }.RunAsync(),
            mode);

    [Fact]
    public Task B13_NoFixAllProvider_NoBatchModes_Passes() => new FixCase<BadField, NoFixAll> { TestCode = Two, FixedCode = TwoFixed }.RunAsync();

    [Fact]
    public Task B13_SeveralDocumentsAndProjects_Pass() => TwoProjects("class E { int good; }").RunAsync();

    [Fact]
    public Task B13_AdditionalProject_OtherThanExpected_Fails()
        => Expect.FailureAsync(() => TwoProjects("class E { int fine; }").RunAsync(), "content of '/Library/Test0.cs'");

    [Fact]
    public Task B14_Iterations_AsManyAsDiagnostics_Passes() => new FixCase<BadField, Rename>
    {
        TestCode = Two,
        FixedCode = TwoFixed,
        NumberOfIncrementalIterations = 2,
        NumberOfFixAllIterations = 1,
    }.RunAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public Task B14_Iterations_NotTheExactNumber_Fails(int number)
        => Expect.FailureAsync(
            () => new FixCase<BadField, Rename> { TestCode = Two, FixedCode = TwoFixed, NumberOfIncrementalIterations = number }.RunAsync(),
            "iterations");

    [Fact]
    public Task B14_Iterations_NegativeIsAnUpperBound_Passes() => new FixCase<BadField, Rename>
    {
        TestCode = Two,
        FixedCode = TwoFixed,
        NumberOfIncrementalIterations = -5,
    }.RunAsync();

    [Fact]
    public Task B14_FixAllIterations_NotTheExactNumber_Fails()
        => Expect.FailureAsync(
            () => new FixCase<BadField, Rename> { TestCode = Two, FixedCode = TwoFixed, NumberOfFixAllIterations = 2 }.RunAsync(),
            "Fix all in document");

    [Fact]
    public Task B14_FixThatChangesNothing_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, ChangesNothing> { TestCode = One, FixedCode = One }.RunAsync(), "made no changes");

    [Fact]
    public Task B14_FixThatIsNeverDone_ContentFirst_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, NeverDone> { TestCode = One, FixedCode = "class C { int [|badx|]; }" }.RunAsync(), "content of");

    [Fact]
    public Task B14_UpperLimit_Exceeded_Fails() => Expect.FailureAsync(
        () => new FixCase<BadField, NeverDone>
        {
            TestCode = One,
            FixedState = { Sources = { "class C { int [|badxxx|]; }" }, MarkupHandling = MarkupMode.Allow },
            NumberOfIncrementalIterations = -2,
        }.RunAsync(),
        "The upper limit");

    [Fact]
    public Task B15_Fixer_SeesOnlyItsOwnIds_Passes() => new FixCase<TwoRules, Rename>
    {
        TestCode = "class C { int {|T0002:badder|}; int {|T0001:bad|}; }",
        FixedCode = "class C { int {|T0002:badder|}; int good; }",
    }.RunAsync();

    [Fact]
    public Task B15_TwoFixers_EachSeesItsOwnIds_Passes() => new TwoFixersCase
    {
        TestCode = "class C { int {|T0002:badder|}; int {|T0001:bad|}; }",
        FixedCode = "class C { int goodder; int good; }",

        // A Fix All is that of one fixer.
        NumberOfFixAllIterations = 2,
    }.RunAsync();

    [Fact]
    public Task B15_FixOne_ChoosesAmongTheFixable_Passes() => new FixCase<TwoRules, Rename>
    {
        TestCode = "class C { int {|T0002:badder|}; int {|T0001:bad|}; }",
        FixedCode = "class C { int {|T0002:badder|}; int good; }",
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
    }.RunAsync();

    [Fact]
    public Task B15_Fixer_OtherIdExpectedToBeFixed_Fails() => Expect.FailureAsync(
        () => new FixCase<TwoRules, Rename>
        {
            TestCode = "class C { int {|T0002:badder|}; int {|T0001:bad|}; }",
            FixedCode = "class C { int goodder; int good; }",
        }.RunAsync(),
        "content of");

    [Fact]
    public Task B15_NonLocalDiagnostic_Fails()
        => Expect.FailureAsync(() => new FixCase<AtCompilationEnd, Rename> { TestCode = One, FixedCode = OneFixed }.RunAsync(), "non-local");

    [Fact]
    public Task B15_NonLocalDiagnostic_Allowed_Passes()
        => new FixCase<AtCompilationEnd, Rename>
        {
            TestCode = One,
            FixedCode = OneFixed,
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck,
        }.RunAsync();

    [Theory]
    [InlineData(null, null, "good")]
    [InlineData(0, null, "good")]
    [InlineData(1, null, "fine")]
    [InlineData(null, "Fine", "fine")]
    [InlineData(1, "Fine", "fine")]
    public Task B16_Action_ByIndexOrKey_NestedInPlace_Passes(int? index, string? key, string name)
        => new FixCase<BadField, TwoActions>
        {
            TestCode = One,
            FixedCode = $"class C {{ int {name}; }}",
            CodeActionIndex = index,
            CodeActionEquivalenceKey = key,
        }.RunAsync();

    [Theory]
    [InlineData(0, "Fine", "both have to mean the same action")]
    [InlineData(2, "Fine", "only '2' code actions")]
    [InlineData(2, null, "content of")]
    [InlineData(null, "Other", "content of")]
    public Task B16_Action_NotThereOrNotTheSame_Fails(int? index, string? key, string reason) => Expect.FailureAsync(
        () => new FixCase<BadField, TwoActions>
        {
            TestCode = One,
            FixedCode = "class C { int fine; }",
            CodeActionIndex = index,
            CodeActionEquivalenceKey = key,
        }.RunAsync(),
        reason);

    [Fact]
    public Task B16_ActionVerifier_Objects_Fails() => Expect.FailureAsync(
        () => new FixCase<BadField, Rename>
        {
            TestCode = One,
            FixedCode = OneFixed,
            CodeActionVerifier = (action, verifier) => verifier.Equal("Other", action.Title),
        }.RunAsync(),
        "Other");

    [Fact]
    public Task B17_Tree_OtherThanItsText_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, WrongTree> { TestCode = One, FixedCode = "class C { int good = 1; }" }.RunAsync(), "EqualsToken");

    [Fact]
    public Task B17_Tree_NotCompared_Passes()
        => new FixCase<BadField, WrongTree>
        {
            TestCode = One,
            FixedCode = "class C { int good = 1; }",
            CodeActionValidationMode = CodeActionValidationMode.None,
        }.RunAsync();

    [Fact]
    public Task B17_Trivia_NotComparedByDefault_Passes()
        => new FixCase<BadField, WrongTrivia> { TestCode = One, FixedCode = "class C { int good/* fixed */; }" }.RunAsync();

    [Fact]
    public Task B17_Trivia_ComparedInFull_Fails() => Expect.FailureAsync(
        () => new FixCase<BadField, WrongTrivia>
        {
            TestCode = One,
            FixedCode = "class C { int good/* fixed */; }",
            CodeActionValidationMode = CodeActionValidationMode.Full,
        }.RunAsync(),
        "MultiLineCommentTrivia");

    [Fact]
    public Task B18_Annotations_AreApplied_Passes()
        => new FixCase<BadField, Annotated>
        {
            TestCode = "using System;\nclass C\n{\n    int [|bad|];\n    Guid g;\n}",
            FixedCode = "using System;\nclass C\n{\n    Guid good = default;\n    Guid g;\n}",
        }.RunAsync();

    [Fact]
    public Task B18_Annotations_NotExpectedToBeApplied_Fails() => Expect.FailureAsync(
        () => new FixCase<BadField, Annotated>
        {
            TestCode = "using System;\nclass C\n{\n    int [|bad|];\n    Guid g;\n}",
            FixedCode = "using System;\nclass C\n{\n    global::System.Guid good=   default;\n    Guid g;\n}",
        }.RunAsync(),
        "content of");

    [Fact]
    public Task B18_Encoding_Changed_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, OtherEncoding> { TestCode = One, FixedCode = OneFixed }.RunAsync(), "encoding of '/0/Test0.cs'");

    [Fact]
    public Task B18_Encoding_ExpectedToChange_Passes() => new FixCase<BadField, OtherEncoding>
    {
        TestCode = One,
        FixedState = { Sources = { SourceText.From(OneFixed, Encoding.Unicode) } },

        // The batch fixer merges texts and keeps the encoding of the original.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck,
    }.RunAsync();

    [Fact]
    public Task B18_ChecksumAlgorithm_OtherThanExpected_Fails()
    {
        var text = SourceText.From(OneFixed, encoding: null, SourceHashAlgorithm.Sha256);
        var test = new FixCase<BadField, Rename> { TestCode = One, FixedState = { Sources = { text } } };
        return Expect.FailureAsync(() => test.RunAsync(), "checksum algorithm of");
    }

    [Fact]
    public Task B18_AddedFiles_Expected_Passes() => AddedFiles("/0/Sub/New.cs", "class New { }", "good", "root = true").RunAsync();

    [Theory]
    [InlineData("/0/Other/New.cs", "class New { }", "good", "root = true", "folder of")]
    [InlineData("/0/Sub/Other.cs", "class New { }", "good", "root = true", "file name")]
    [InlineData("/0/Sub/New.cs", "class Old { }", "good", "root = true", "content of '/0/Sub/New.cs'")]
    [InlineData("/0/Sub/New.cs", "class New { }", "fine", "root = true", "content of '/0/list.txt'")]
    [InlineData("/0/Sub/New.cs", "class New { }", "good", "root = false", "content of '/0/.editorconfig'")]
    public Task B18_AddedFiles_OtherThanExpected_Fails(string path, string source, string list, string config, string reason)
        => Expect.FailureAsync(() => AddedFiles(path, source, list, config).RunAsync(), reason);

    [Fact]
    public Task B18_AddedFiles_NotExpected_Fails()
        => Expect.FailureAsync(() => new FixCase<BadField, AddsFiles> { TestCode = One, FixedCode = OneFixed }.RunAsync(), "Expected '1' files in 'Sources'");

    [Fact]
    public Task B19_FixedCode_DoesNotCompile_Fails()
        => Expect.FailureAsync(
            () => new FixCase<BadField, DoesNotCompile> { TestCode = Two, FixedCode = "class C { int same; int same; }" }.RunAsync(),
            "Diagnostics of fixed state");

    [Fact]
    public Task B19_FixedCode_DoesNotCompile_Expected_Passes()
        => new FixCase<BadField, DoesNotCompile> { TestCode = Two, FixedCode = "class C { int same; int {|CS0102:same|}; }" }.RunAsync();

    [Fact]
    public Task B19_FixedCode_StillHasAFinding_Fails() => Expect.FailureAsync(
        () => FixOne("class C { int good1; int bad2; }").RunAsync(),
        "Diagnostics of fixed state");

    [Fact]
    public Task B19_FixedCode_StillHasAFinding_Marked_Passes() => FixOne("class C { int good1; int [|bad2|]; }").RunAsync();

    [Fact]
    public Task B20_Failure_NamesTheMode_Fails()
        => Expect.FailureAsync(() => VerifyBad.VerifyCodeFixAsync(One, "class C { int fine; }"), "Context: Iterative code fix application");

    [Fact]
    public Task B20_Failure_ShowsTheLinesThatDiffer_Fails() => Expect.FailureAsync(
        () => VerifyBad.VerifyCodeFixAsync("class C\n{\n    int [|bad|];\n}", "class C\n{\n    int fine;\n}"),
        string.Join(System.Environment.NewLine, " {", "-    int fine;", "+    int good;", " }"));

    [Fact]
    public void B20_Contexts_Pile_Up()
    {
        var exception = Assert.Throws<System.InvalidOperationException>(() => new DefaultVerifier().PushContext("outer").PushContext("inner").Fail("reason"));
        Assert.Equal(string.Join(System.Environment.NewLine, "Context: outer", "Context: inner", "reason"), exception.Message);
    }

    private static FixCase<BadField, AddsFiles> AddedFiles(string path, string source, string list, string config) => new()
    {
        TestCode = One,
        FixedState =
        {
            Sources = { OneFixed, (path, source) },
            AdditionalFiles = { ("/0/list.txt", list) },
            AnalyzerConfigFiles = { ("/0/.editorconfig", config) },
        },
    };

    private static FixCase<BadField, Rename> TwoProjects(string fixedLibrary) => new()
    {
        TestState = { Sources = { One, "class D { int [|bad|]; }" }, AdditionalProjects = { ["Library"] = { Sources = { "class E { int [|bad|]; }" } } } },
        FixedState = { Sources = { OneFixed, "class D { int good; }" }, AdditionalProjects = { ["Library"] = { Sources = { fixedLibrary } } } },
    };

    private static FixCase<BadField, Rename> FixOne(string fixedCode) => new()
    {
        TestCode = Two,
        FixedState = { Sources = { fixedCode }, MarkupHandling = MarkupMode.Allow },
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
    };
}
