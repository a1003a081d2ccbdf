using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

public sealed class RulePageTests
{
    private static readonly string[] Sections =
        ["Why it breaks", "Flagged code", "Fixed code", "Not flagged, and why", "When to suppress", "Options", "References"];

    public static TheoryData<string> Ids => Rules.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Begins_with_the_title_and_the_table_of_the_descriptor(string id)
    {
        var rule = Rules.Get(id);
        Assert.True(RepositoryFiles.Exists(Rules.PagePath(rule)), $"{Rules.PagePath(rule)} is missing; it begins with\n{RulePage.ExpectedStart(rule)}");

        var page = new RulePage(rule);

        Assert.True(
            page.Text.StartsWith(RulePage.ExpectedStart(rule), System.StringComparison.Ordinal),
            $"{Rules.PagePath(rule)} must begin with\n{RulePage.ExpectedStart(rule)}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_the_sections_of_the_template(string id) => Assert.Equal(Sections, new RulePage(Rules.Get(id)).Sections());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Is_what_the_help_link_opens(string id) =>
        Assert.EndsWith("/blob/main/" + Rules.PagePath(Rules.Get(id)), Rules.Get(id).HelpLinkUri);

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone() =>
        Assert.Equal(Rules.All.Select(Rules.PagePath), RepositoryFiles.Find("docs/rules", "*.md"));
}
