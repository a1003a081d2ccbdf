using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

public sealed class ReleaseTrackingTests
{
    private static readonly string[] Lines =
        [.. new[] { "Shipped", "Unshipped" }
            .SelectMany(static kind => RepositoryFiles.Read($"src/AioBarrierAnalyzers/AnalyzerReleases.{kind}.md").Split('\n'))];

    public static TheoryData<string> Ids => Rules.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_one_entry_as_its_descriptor_says(string id)
    {
        var rule = Rules.Get(id);
        var expected = $"{id} | {rule.Category} | {rule.DefaultSeverity} | [docs](../../{Rules.PagePath(rule)})";

        Assert.Equal([expected], Lines.Where(line => line.StartsWith(id + " ", System.StringComparison.Ordinal)));
    }
}
