using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The severity files of the package; which of them holds, its props choose by AioBarrierMode.</summary>
public sealed class SeverityFileTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("errors")]
    [InlineData("none")]
    public void Lists_every_rule_and_is_weaker_than_any_file_of_the_user(string mode)
    {
        var lines = RepositoryFiles.Read($"nuget/configuration/AioBarrier.{mode}.globalconfig").TrimEnd('\n').Split('\n')
            .SkipWhile(static line => line.StartsWith('#'));

        Assert.Equal(
            ["is_global = true", "global_level = -100", "", .. Rules.All.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = {Severity(rule, mode)}")],
            lines);
    }

    [Fact]
    public void There_are_no_others() => Assert.Equal(3, RepositoryFiles.Find("nuget/configuration", "*").Count);

    private static string Severity(DiagnosticDescriptor rule, string mode) => (mode, rule.IsEnabledByDefault) switch
    {
        ("none", _) or (_, false) => "none",
        ("errors", _) => "error",
        _ => rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Info => "suggestion",
            _ => "error",
        },
    };
}
