using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes;
using AioBarrierAnalyzers.Descriptors;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The code on a rule's page does what the page says. The page of torn accesses shows a value for which there is no fix.</summary>
public sealed class RulePageCodeTests
{
    /// <summary>All rules but the one that is about configuration files.</summary>
    public static IEnumerable<object[]> Ids => Rules.All.Where(static rule => rule.Id != RuleIds.UnknownOption).Select(static rule => new object[] { rule.Id });

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Flagged_code_has_the_findings_that_it_marks(string id)
    {
        var marked = Assert.Single(new RulePage(Rules.Get(id)).Code("Flagged code"));
        using var example = new ExampleCode(WithoutMarks(marked));

        Assert.Equal(Marks(marked), (await example.FindAsync()).Select(static finding => $"{Line(finding)}: {finding.Id}"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fixed_code_is_what_the_fix_makes_of_flagged_code_or_what_has_no_finding(string id)
    {
        var page = new RulePage(Rules.Get(id));
        if (Rules.HasFix(Rules.Get(id)) == "no" || id == RuleIds.TornAccess)
        {
            using var repaired = new ExampleCode(Assert.Single(page.Code("Fixed code")));
            Assert.Empty(await repaired.FindAsync());
            return;
        }

        using var example = new ExampleCode(WithoutMarks(Assert.Single(page.Code("Flagged code"))));
        await example.FixAsync();
        Assert.Equal(Assert.Single(page.Code("Fixed code")), await example.TextAsync());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Code_that_is_not_flagged_is_not(string id)
    {
        var blocks = new RulePage(Rules.Get(id)).Code("Not flagged, and why");

        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            using var example = new ExampleCode(block);
            Assert.Empty(await example.FindAsync());
        }
    }

    private static int Line(Microsoft.CodeAnalysis.Diagnostic finding) => finding.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string WithoutMarks(string code) => Regex.Replace(code, @" // AIO\d{4}$", "", RegexOptions.Multiline);

    private static IEnumerable<string> Marks(string code) => code.Split('\n')
        .Select(static (line, index) => (Mark: Regex.Match(line, @" // (AIO\d{4})$"), Line: index + 1))
        .Where(static line => line.Mark.Success)
        .Select(static line => $"{line.Line}: {line.Mark.Groups[1].Value}");
}
