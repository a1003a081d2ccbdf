using System;
using System.Linq;
using System.Text.RegularExpressions;
using AioBarrierAnalyzers.Options;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

public sealed class ConfigurationPageTests
{
    private const string Page = "docs/configuration.md";

    [Fact]
    public void Every_option_has_a_section() =>
        Assert.Equal(
            OptionKeys.All,
            Regex.Matches(RepositoryFiles.Read(Page), "^### `(.+)`$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value));

    [Fact]
    public void No_document_names_an_option_that_is_not_there()
    {
        // The page about unknown keys shows one.
        var documents = RepositoryFiles.Find("docs", "*.md").Append("README.md").Append("nuget/README.md")
            .Where(static path => !path.EndsWith("AIO9001.md", StringComparison.Ordinal));

        foreach (var document in documents)
        {
            var named = Regex.Matches(RepositoryFiles.Read(document), @"aio_barrier\.\w+").Select(static match => match.Value).Distinct();
            Assert.All(named, key => Assert.True(OptionKeys.All.Contains(key), $"{document} names {key}"));
        }
    }
}
