using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>What the table of counted copies says of the library is what the library does, to a collection that writes down what it is asked.</summary>
public class CountedCopiesTests
{
    private const string Fields =
        "ConcurrentDictionary<int, int> map; ConcurrentQueue<int> queue; List<KeyValuePair<int, int>> list; IEnumerable<KeyValuePair<int, int>> any;";

    public static TheoryData<string, Action<ICollection<int>>> Copies => new()
    {
        { "_ = map.ToList()", c => _ = c.ToList() },
        { "_ = Enumerable.ToArray(map)", c => _ = Enumerable.ToArray(c) },
        { "_ = map.OrderBy(e => e.Key).First()", c => c.OrderBy(e => e).GetEnumerator().MoveNext() },
        { "_ = map.OrderByDescending(e => e.Key).First()", c => c.OrderByDescending(e => e).GetEnumerator().MoveNext() },
        { "_ = map.Order().First()", c => c.Order().GetEnumerator().MoveNext() },
        { "_ = map.OrderDescending().First()", c => c.OrderDescending().GetEnumerator().MoveNext() },
        { "_ = map.Reverse().First()", c => c.Reverse().GetEnumerator().MoveNext() },
        { "_ = new List<KeyValuePair<int, int>>(map)", c => _ = new List<int>(c) },
        { "_ = new Queue<KeyValuePair<int, int>>(map)", c => _ = new Queue<int>(c) },
        { "_ = new Stack<KeyValuePair<int, int>>(map)", c => _ = new Stack<int>(c) },
        { "list.AddRange(map)", c => new List<int>().AddRange(c) },
        { "list.InsertRange(0, map)", c => new List<int>().InsertRange(0, c) },
    };

    [Theory]
    [MemberData(nameof(Copies))]
    public void What_is_in_the_table_counts_and_then_copies(string statement, Action<ICollection<int>> copy)
    {
        Assert.True(Snippet.Operations(Fields, statement).Any(o => CountedCopies.SourceOf(o) is not null), statement);
        var asked = new Asked();
        copy(asked);
        Assert.Equal("Count, CopyTo", string.Join(", ", asked.What));
    }

    [Theory]
    [InlineData("_ = map.ToArray()")]
    [InlineData("_ = map.Keys.ToList()")]
    [InlineData("_ = map.Where(e => e.Key > 0).ToList()")]
    [InlineData("_ = map.ToDictionary(e => e.Key, e => e.Value)")]
    [InlineData("_ = new HashSet<KeyValuePair<int, int>>(map)")]
    [InlineData("_ = queue.ToList()")]
    [InlineData("_ = any.ToList()")]
    [InlineData("_ = list.ToList()")]
    public void What_goes_through_it_or_is_another_collection_is_none(string statement) =>
        Assert.DoesNotContain(Snippet.Operations(Fields, statement), o => CountedCopies.SourceOf(o) is not null);

    [Fact]
    public void A_dictionary_that_has_grown_since_it_was_counted_throws()
    {
        var map = new ConcurrentDictionary<int, int>();
        map[1] = 1;
        ICollection<KeyValuePair<int, int>> collection = map;
        var room = new KeyValuePair<int, int>[collection.Count];
        map[2] = 2;
        Assert.Throws<ArgumentException>(() => collection.CopyTo(room, 0));
    }

    private sealed class Asked : ICollection<int>
    {
        public List<string> What { get; } = new();

        public int Count => Note("Count", 2);

        public bool IsReadOnly => true;

        public void CopyTo(int[] array, int arrayIndex) => Note(nameof(CopyTo), 0);

        public bool Contains(int item) => Note(nameof(Contains), false);

        public IEnumerator<int> GetEnumerator()
        {
            What.Add(nameof(GetEnumerator));
            return Enumerable.Range(0, 2).GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        void ICollection<int>.Add(int item) => throw new NotSupportedException();

        void ICollection<int>.Clear() => throw new NotSupportedException();

        bool ICollection<int>.Remove(int item) => throw new NotSupportedException();

        private T Note<T>(string what, T result)
        {
            What.Add(what);
            return result;
        }
    }
}
