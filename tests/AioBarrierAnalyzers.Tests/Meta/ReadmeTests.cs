using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

public sealed class ReadmeTests
{
    private const string Start = "<!-- rules -->\n";
    private const string End = "<!-- end of rules -->\n";

    /// <summary>To be pasted between the markers when it is not there.</summary>
    private static string ExpectedTable =>
        "| Rule | What it finds | Severity | Fix |\n|---|---|---|---|\n" +
        string.Concat(Rules.All
            .Select(static rule => $"| [{rule.Id}]({Rules.PagePath(rule)}) | {rule.Title} | {rule.DefaultSeverity} | {Rules.HasFix(rule)} |\n"));

    [Fact]
    public void Table_of_rules_is_that_of_the_descriptors()
    {
        var readme = RepositoryFiles.Read("README.md");
        var start = readme.IndexOf(Start, StringComparison.Ordinal);
        var end = readme.IndexOf(End, StringComparison.Ordinal);

        Assert.True(start >= 0 && end > start, $"README.md has no {Start.Trim()} and {End.Trim()} on lines of their own");
        Assert.True(readme[(start + Start.Length)..end] == ExpectedTable, $"Between the markers must stand:\n{ExpectedTable}");
    }

    [Fact]
    public async Task Message_it_shows_is_the_one_of_the_package_tests_source()
    {
        using var example = new ExampleCode(RepositoryFiles.Read("tests/AioBarrierAnalyzers.PackageTests/TestData/Doorbell.cs"));

        var message = (await example.FindAsync())[0].GetMessage(CultureInfo.InvariantCulture);

        Assert.Contains($"> warning AIO1001: {message}\n", RepositoryFiles.Read("README.md"));
    }

    [Theory]
    [InlineData("dotnet build samples/BrokenAio")]
    [InlineData("dotnet test")]
    public void Commands_for_a_fresh_clone_are_what_ci_runs(string command)
    {
        Assert.Contains($"\n{command} ", RepositoryFiles.Read("README.md"));
        Assert.Contains($"\n{command}", RepositoryFiles.Read(".ci/run"));
    }
}
