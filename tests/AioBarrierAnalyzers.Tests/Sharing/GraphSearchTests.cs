using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Sharing;

public class GraphSearchTests
{
    [Fact]
    public void A_node_is_reached_from_behind_itself_only_in_a_loop()
    {
        // 0 -> 1 -> 2 -> 1, 2 -> 3
        GraphSearch search = Search(4, (0, 1), (1, 2), (2, 1), (2, 3));

        Assert.True(search.HasLoop());
        Assert.False(search.Reaches(0, 0));
        Assert.True(search.Reaches(1, 1));
        Assert.True(search.Reaches(1, 3));
        Assert.False(search.Reaches(3, 1));
        Assert.False(Search(3, (0, 1), (1, 2), (0, 2)).HasLoop());
    }

    [Fact]
    public void A_path_ends_at_a_node_that_blocks_it_which_counts_as_reached()
    {
        // 0 -> 1 -> 3, 0 -> 2 -> 4
        GraphSearch search = Search(5, (0, 1), (0, 2), (1, 3), (2, 4));

        Assert.Equal(new[] { 1, 2, 4 }, Enumerable.Range(0, 5).Where(n => search.ReachableFrom(0, static node => node.Index == 1)[n]));
        Assert.True(search.ReachesUnblocked(0, 1, static node => node.Index == 1));
        Assert.False(search.ReachesUnblocked(0, 3, static node => node.Index == 1));
        Assert.True(search.ReachesUnblocked(0, 4, static node => node.Index == 1));
    }

    [Fact]
    public void A_search_may_ask_another_one()
    {
        GraphSearch search = Search(5, (0, 1), (0, 2), (1, 3), (2, 4));

        Assert.True(search.ReachesUnblocked(0, 4, node => !search.ReachesUnblocked(node.Index, 4, static _ => false)));
        Assert.False(search.ReachesUnblocked(0, 3, node => !search.ReachesUnblocked(node.Index, 4, static _ => false)));
    }

    [Fact]
    public void Branches_are_counted_along_the_shortest_path()
    {
        // 0 ? 1 : 2, 1 ? 3 : 4, 2 -> 4
        var graph = new EventGraph();
        for (int i = 0; i < 5; i++)
            graph.AddNode();
        graph[0].Condition = graph[1].Condition = Value.Unknown.Instance;
        foreach ((int from, int to) in new[] { (0, 1), (0, 2), (1, 3), (1, 4), (2, 4) })
            graph.Link(from, to);
        var search = new GraphSearch(graph);

        Assert.Equal(0, search.BranchesBetween(0, 0));
        Assert.Equal(1, search.BranchesBetween(0, 4));
        Assert.Equal(2, search.BranchesBetween(0, 3));
        Assert.Equal(byte.MaxValue, search.BranchesBetween(4, 0));
    }

    private static GraphSearch Search(int nodes, params (int From, int To)[] links)
    {
        var graph = new EventGraph();
        for (int i = 0; i < nodes; i++)
            graph.AddNode();
        foreach ((int from, int to) in links)
            graph.Link(from, to);
        return new GraphSearch(graph);
    }
}
