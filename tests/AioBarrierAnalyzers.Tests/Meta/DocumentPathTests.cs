using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>What the documents point at is there.</summary>
public sealed class DocumentPathTests
{
    private static readonly string[] Folders = ["src", "tests", "samples", "nuget"];

    /// <summary>Names that stand for the reader's own.</summary>
    private static readonly string[] Placeholders = ["WhatIsWrong", "nnnn"];

    public static IEnumerable<object[]> Documents =>
        RepositoryFiles.Find("docs", "*.md").Prepend("CONTRIBUTING.md").Prepend("README.md").Select(static path => new object[] { path });

    private static readonly Lazy<HashSet<string>> Files = new(static () => [.. Folders.SelectMany(static folder => RepositoryFiles.Find(folder, "*"))]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        string folder = Path.GetDirectoryName(document)!;

        Assert.All(
            Regex.Matches(RepositoryFiles.Read(document), @"\]\((?!https?:)([^)#]+)").Select(static match => match.Groups[1].Value),
            link => Assert.True(RepositoryFiles.Exists(Path.Combine(folder, link)) || RepositoryFiles.FolderExists(Path.Combine(folder, link)), link));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Paths_and_sources_that_are_named_exist(string document) => Assert.All(
        Regex.Matches(RepositoryFiles.Read(document), @"`([\w.*/-]+)`")
            .Select(static match => match.Groups[1].Value)
            .Where(static name => (name.EndsWith(".cs", StringComparison.Ordinal) || Folders.Contains(name.Split('/')[0])) && name.Length > ".cs".Length)
            .Where(static name => name.Contains('/') || name.Contains('.'))
            .Where(static name => !Placeholders.Any(name.Contains)),
        static name => Assert.True(Exists(name), name));

    private static bool Exists(string name)
    {
        if (RepositoryFiles.FolderExists(name)) return true;

        var pattern = new Regex("(^|/)" + Regex.Escape(name).Replace(@"\*", "[^/]*") + "$");
        return Files.Value.Any(pattern.IsMatch);
    }
}
