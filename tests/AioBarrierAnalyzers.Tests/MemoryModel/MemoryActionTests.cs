using System.Linq;
using System.Reflection;
using AioBarrierAnalyzers.MemoryModel;
using Xunit;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

public class MemoryActionTests
{
    /// <summary>Every action there is: the constructor is private.</summary>
    internal static MemoryAction[] All { get; } =
        [.. typeof(MemoryAction).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (MemoryAction)f.GetValue(null)!)];

    [Fact]
    public void AllAreDistinct()
    {
        Assert.Equal(11, All.Length);
        Assert.Equal(All.Length, All.Distinct().Count());
        Assert.Equal(All.Length, All.Select(a => a.GetHashCode()).Distinct().Count());
        Assert.Equal(All.Length, All.Select(a => a.ToString()).Distinct().Count());
    }

    [Fact]
    public void EqualityIsByValue() => Assert.All(
        from x in All from y in All select (x, y),
        p => Assert.Equal(p.x == p.y, p.x.Kind == p.y.Kind && p.x.Ordering == p.y.Ordering && !(p.x != p.y) && p.x.Equals((object)p.y)));

    [Fact]
    public void OnlyAFullFenceKeepsAStoreBeforeALoad() => Assert.All(All, a => Assert.Equal(a.Ordering == Ordering.Full, a.Has(Ordering.StoreLoad)));

    [Fact]
    public void PlainIsAnAccessThatOrdersNothing() => Assert.Equal([MemoryAction.PlainLoad, MemoryAction.PlainStore], All.Where(a => a.IsPlain));

    [Fact]
    public void TheDefaultIsAPlainLoad() => Assert.Equal(MemoryAction.PlainLoad, default);
}
