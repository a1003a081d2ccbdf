using System.Linq;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Meta;

/// <summary>No line of what ships is longer than <c>.editorconfig</c> says; the compiler does not look at that.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 160;

    [Fact]
    public void The_length_is_that_of_the_editorconfig() =>
        Assert.Contains($"max_line_length = {Columns}\n", RepositoryFiles.Read(".editorconfig"));

    [Fact]
    public void Lines_fit() =>
        Assert.Empty(
            from file in RepositoryFiles.Find("src", "*.cs")
            from line in RepositoryFiles.Read(file).Split('\n').Select(static (text, index) => (Text: text, Number: index + 1))
            where line.Text.Length > Columns
            select $"{file}({line.Number})");
}
