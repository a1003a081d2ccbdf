using System.Linq;
using AioBarrierAnalyzers.Sharing.Gates;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class WordFilterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("int _tail; /* _head */ @event = \"größe\" + x1;")]
    public void Holds_every_word_of_the_text(string text)
    {
        var filter = new WordFilter(text);
        var reader = new WordReader(text, 0, text.Length);

        while (reader.MoveNext())
            Assert.True(filter.MayHold(text.Substring(reader.Start, reader.Length)));
    }

    [Fact]
    public void Turns_most_other_words_away()
    {
        // As dense as code is: a word of its own for about every seventeen characters.
        string text = string.Join(" ", Enumerable.Range(0, 2000).Select(static i => "someName" + i + " other"));
        var filter = new WordFilter(text);

        Assert.True(filter.MayHold("someName1999"));
        Assert.InRange(Enumerable.Range(0, 1000).Count(i => filter.MayHold("Elsewhere" + i)), 0, 250);
        Assert.False(new WordFilter("").MayHold("word"));
    }
}
