#if !OFFICIAL_TESTING
using System.Threading.Tasks;
using AioBarrierAnalyzers.Testing.Tests.Fakes;
using Xunit;

namespace AioBarrierAnalyzers.Testing.Tests.Behaviours;

/// <summary>The passes that the published library does not have.</summary>
public sealed class ExtraPassTests
{
    private const string Source = "class C { int [|bad|]; void M() { if (true) { } } }";

    [Fact]
    public Task E1_SameInputTwice_SameAnswer_Passes() => new AnalyzerCase<WithPartner> { TestCode = Source }.RunAsync();

    [Fact]
    public Task E1_SameInputTwice_AnotherAnswer_Fails()
        => Expect.FailureAsync(() => new AnalyzerCase<Counting> { TestCode = Source }.RunAsync(), "Same input twice");

    [Fact]
    public Task E2_ShuffledDocuments_SameAnswer_Passes() => new AnalyzerCase<BadField>
    {
        TestState = { Sources = { Source, "class D { int [|bad|]; }", "class E { }" } },
    }.RunAsync();

    [Fact]
    public Task E2_ShuffledDocuments_AnotherAnswer_Fails()
        => Expect.FailureAsync(
            () => new AnalyzerCase<FirstDocumentOnly> { TestState = { Sources = { Source, "class D { int bad; }" } } }.RunAsync(),
            "Shuffled document order");

    [Fact]
    public Task E3_CutText_NoFailure_Passes() => new AnalyzerCase<BadField> { TestCode = Source }.RunAsync();

    [Fact]
    public Task E3_CutText_AnalyzerFails_Fails()
        => Expect.FailureAsync(() => new AnalyzerCase<ThrowingOnBrokenCode> { TestCode = Source }.RunAsync(), "Text cut at a random point");

    [Fact]
    public Task E3_CutText_InputOfAFix_Fails()
        => Expect.FailureAsync(
            () => new FixCase<ThrowingOnBrokenCode, Rename> { TestCode = Source, FixedCode = Source.Replace("[|bad|]", "good") }.RunAsync(),
            "Diagnostics of test state");
}
#endif
