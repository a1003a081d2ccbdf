using System;
using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Accesses;

public class BindingsTests
{
    private static readonly Bindings<string, int> None = Bindings<string, int>.None(StringComparer.OrdinalIgnoreCase);

    [Fact]
    public void The_newest_binding_of_a_key_counts()
    {
        Bindings<string, int> older = None.With("a", 1).With("b", 2);
        Bindings<string, int> newer = older.With("A", 3);

        Assert.True(newer.TryGetValue("a", out int value));
        Assert.Equal(3, value);
        Assert.True(older.TryGetValue("a", out value));
        Assert.Equal(1, value);
        Assert.False(newer.TryGetValue("c", out _));
        Assert.Equal(new[] { "A", "b" }, newer.Keys().OrderBy(k => k, StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_came_since_two_paths_parted_is_looked_at()
    {
        Bindings<string, int> before = None.With("a", 1).With("b", 2);
        Bindings<string, int> left = before.With("a", 3).With("c", 4).With("c", 5);
        Bindings<string, int> right = before.With("c", 6).With("d", 7);

        Assert.Same(before, left.CommonWith(right));
        Assert.Same(before, right.CommonWith(left));
        Assert.Equal(new[] { "a", "c", "d" }, left.BoundSinceParting(right).OrderBy(k => k, StringComparer.Ordinal));
        Assert.Equal(new[] { "a", "c", "d" }, right.BoundSinceParting(left).OrderBy(k => k, StringComparer.Ordinal));
    }

    [Fact]
    public void A_path_on_which_nothing_came_since_has_parted_from_none()
    {
        Bindings<string, int> before = None.With("a", 1);
        Bindings<string, int> after = before.With("b", 2);

        Assert.Same(before, before.CommonWith(after));
        Assert.Equal(new[] { "b" }, before.BoundSinceParting(after));
        Assert.Empty(after.BoundSinceParting(after));
        Assert.Same(None, None.CommonWith(after));
    }
}
