using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>The page about what users have asked of other tools: what it claims about this project are cases that the other tests run.</summary>
public sealed class ComparisonPageTests
{
    private const string Page = "docs/comparison.md";

    private static IReadOnlyList<string[]> Rows => [.. RepositoryFiles.Read(Page).Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
        .Select(static line => line.Trim('|').Split(" | ").Select(static cell => cell.Trim()).ToArray())];

    [Fact]
    public void Every_row_has_the_five_cells() => Assert.All(Rows, static row => Assert.Equal(5, row.Length));

    [Theory]
    [InlineData("icsharpcode/RefactoringEssentials#109")]
    [InlineData("ronnygunawan/analyzers#49")]
    [InlineData("SonarSource/sonar-dotnet#6375")]
    [InlineData("google/error-prone#536")]
    [InlineData("SonarSource/sonar-dotnet#5415")]
    [InlineData("SonarSource/sonar-dotnet#6048")]
    [InlineData("SonarSource/sonar-dotnet#7826")]
    [InlineData("dotnet/roslyn-analyzers#314")]
    [InlineData("npgsql/npgsql#3223")]
    [InlineData("zeromq/netmq#148")]
    [InlineData("github/codeql#808")]
    [InlineData("dotnet/roslyn-analyzers#1649")]
    public void Request_has_a_row(string thread) => Assert.Single(Rows, row => row[1].Contains($"[{thread}]", StringComparison.Ordinal));

    [Fact]
    public void Threads_are_linked_under_their_names()
    {
        var threads = Regex.Matches(RepositoryFiles.Read(Page), @"\[(?<repo>[\w./-]+)#(?<number>\d+)\]\((?<url>[^)]+)\)");

        Assert.NotEmpty(threads);
        Assert.All(threads, static thread => Assert.Matches(
            $"^https://github.com/{Regex.Escape(thread.Groups["repo"].Value)}/(issues|pull)/{thread.Groups["number"].Value}$", thread.Groups["url"].Value));
    }

    [Fact]
    public void Links_lead_somewhere()
    {
        var links = Regex.Matches(RepositoryFiles.Read(Page), @"\]\(\.\./(?<path>[^)]+)\)").Select(static link => link.Groups["path"].Value);

        Assert.All(links, static path => Assert.True(
            RepositoryFiles.Exists(path) || RepositoryFiles.FolderExists(path), $"{Page} links to {path}"));
    }

    [Fact]
    public void Rules_it_names_are_there()
    {
        var ids = Rules.All.Select(static rule => rule.Id).ToHashSet();

        Assert.All(Regex.Matches(RepositoryFiles.Read(Page), @"AIO\d+"), id => Assert.Contains(id.Value, ids));
    }

    /// <summary>
    /// What the case is about, what finds it, and that it is found: the corpus test fails where one of the known misses is found, or another missed.
    /// </summary>
    [Fact]
    public void Every_row_shows_a_bug_that_its_rules_find_and_right_code()
    {
        var misses = RepositoryFiles.Read("tests/Corpus/known-misses.txt").Split('\n');
        foreach (var row in Rows)
        {
            var named = Regex.Matches(row[3], @"AIO\d+").Select(static id => id.Value).ToHashSet();
            var cases = Regex.Matches(row[4], @"\]\(\.\./(tests/Corpus/[^)]+)\)").Select(static link => link.Groups[1].Value).ToList();
            var bugs = cases.Where(static path => RepositoryFiles.Exists(path + "/Before.cs")).ToList();

            Assert.True(bugs.Count > 0 && bugs.Count < cases.Count, $"'{row[0]}' needs a case with the bug and one without");
            Assert.Empty(bugs.Intersect(misses));
            Assert.All(bugs, path => Assert.True(ExpectedRules(path).Any(named.Contains), $"'{row[0]}' names no rule that {path} expects"));
        }
    }

    private static IEnumerable<string> ExpectedRules(string path) => JsonDocument.Parse(RepositoryFiles.Read(path + "/meta.json")).RootElement
        .GetProperty("expected_rules").EnumerateArray().Select(static rule => rule.GetString()!);
}
