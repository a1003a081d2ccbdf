using System.Linq;
using AioBarrierAnalyzers.Sharing.Gates;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class WordTableTests
{
    [Fact]
    public void Finds_each_word_by_its_place_however_many_there_are()
    {
        string[] words = [.. Enumerable.Range(0, 500).Select(static i => "word" + i)];
        var table = new WordTable<int>();
        for (int i = 0; i < words.Length; i++)
            table.Add(words[i], i);

        string text = string.Join(" ", words);
        foreach ((string word, int index) in words.Select(static (w, i) => (w, i)))
        {
            int at = (" " + text + " ").IndexOf(" " + word + " ", System.StringComparison.Ordinal);
            Assert.True(table.TryFind(text, at, word.Length, out string found, out int value));
            Assert.Same(word, found);
            Assert.Equal(index, value);
        }
    }

    [Fact]
    public void A_part_of_a_word_is_another_word()
    {
        var table = new WordTable<bool>();
        table.Add("lock", true);

        Assert.True(table.TryFind("unlocked", 2, 4, out _, out _));
        Assert.False(table.TryFind("unlocked", 2, 3, out _, out _));
        Assert.False(table.TryFind("unlocked", 2, 6, out _, out _));
        Assert.False(new WordTable<bool>().TryFind("lock", 0, 4, out _, out _));
    }

    [Fact]
    public void What_is_known_of_a_word_stays()
    {
        var table = new WordTable<int>();
        table.Add("a", 1);
        table.Add("a", 2);

        Assert.True(table.TryFind("a", 0, 1, out _, out int value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void What_is_added_to_a_copy_is_not_in_the_original()
    {
        var original = new WordTable<int>();
        original.Add("a", 1);
        var copy = new WordTable<int>(original);
        for (int i = 0; i < 100; i++)
            copy.Add("b" + i, i);
        copy.GetOrAdd("a", 0, 1, out _) = 2;

        Assert.True(copy.TryFind("b99", 0, 3, out _, out _));
        Assert.False(original.TryFind("b99", 0, 3, out _, out _));
        Assert.True(original.TryFind("a", 0, 1, out _, out int value));
        Assert.Equal(1, value);
    }
}
