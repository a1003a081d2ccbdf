using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Accesses;

public class SuccessorListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    public void Gives_what_was_added_in_its_order(int count)
    {
        var list = default(SuccessorList);
        for (int i = 0; i < count; i++)
            list.Add(100 - i);

        var seen = new List<int>();
        foreach (int node in list)
            seen.Add(node);

        int[] expected = Enumerable.Range(0, count).Select(i => 100 - i).ToArray();
        Assert.Equal(expected, seen);
        Assert.Equal(expected, Enumerable.Range(0, list.Count).Select(i => list[i]));
        Assert.All(expected, node => Assert.True(list.Contains(node)));
        Assert.False(list.Contains(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[count]);
    }

    [Fact]
    public void A_node_is_linked_once_but_for_the_two_sides_of_a_branch()
    {
        var plain = new GraphNode(0);
        plain.AddSuccessor(3);
        plain.AddSuccessor(3);
        Assert.Equal(1, plain.Successors.Count);

        var branch = new GraphNode(1) { Condition = new Value.Constant(true) };
        branch.AddSuccessor(3);
        branch.AddSuccessor(3);
        Assert.True(branch.IsBranch);
    }
}
