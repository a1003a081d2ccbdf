using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using Xunit;

namespace AioBarrierAnalyzers.Tests.MemoryModel;

/// <summary>The laws of the lattice over all of its values, and the edge table of the critical cycles.</summary>
public class OrderStateTests
{
    private static readonly MemoryAction[] Actions = MemoryActionTests.All;
    private static readonly MemoryAction[] Accesses = [.. Actions.Where(a => a.Kind != AccessKind.Fence)];

    private static IEnumerable<OrderState> States(MemoryAction first) => Enumerable.Range(0, 4).Select(v => OrderState.Restore(first, (byte)v));

    [Fact]
    public void ValueAndFirstMakeTheState() => Assert.All(
        from first in Actions from value in Enumerable.Range(0, 4) select (first, value),
        p =>
        {
            var state = OrderState.Restore(p.first, (byte)p.value);
            Assert.Equal(p.value, state.Value);
            Assert.Equal(state, OrderState.Restore(p.first, state.Value));
            Assert.Equal((p.value & 1) != 0, state.KeepsLoads);
            Assert.Equal((p.value & 2) != 0, state.KeepsStores);
        });

    [Fact]
    public void MeetIsASemilatticeWithEverythingAsItsUnit() => Assert.All(
        from first in Actions from x in States(first) from y in States(first) from z in States(first) select (first, x, y, z),
        p =>
        {
            Assert.Equal(p.x, p.x.Meet(p.x));
            Assert.Equal(p.x.Meet(p.y), p.y.Meet(p.x));
            Assert.Equal(p.x.Meet(p.y).Meet(p.z), p.x.Meet(p.y.Meet(p.z)));
            Assert.Equal(p.x, p.x.Meet(OrderState.Everything(p.first)));
        });

    [Fact]
    public void ThenIsMonotone() => Assert.All(
        from first in Actions from x in States(first) from y in States(first) from next in Actions where x.Meet(y) == x select (x, y, next),
        p => Assert.Equal(p.x.Then(p.next), p.x.Then(p.next).Meet(p.y.Then(p.next))));

    /// <summary>No barrier keeps loads without stores, so three of the four values occur, and they form a chain.</summary>
    [Fact]
    public void WhateverKeepsLoadsKeepsStores() => Assert.All(
        from first in Actions from path in Sequences(3) select path.Aggregate(OrderState.After(first), (s, a) => s.Then(a)),
        x => Assert.True(x.KeepsStores || !x.KeepsLoads));

    /// <summary>Meeting early or late is the same, so one pass over states is as good as one over paths.</summary>
    [Fact]
    public void ThenDistributesOverMeetOfTheValuesThatOccur() => Assert.All(
        from first in Actions
        from x in States(first)
        from y in States(first)
        where (x.KeepsStores || !x.KeepsLoads) && (y.KeepsStores || !y.KeepsLoads)
        from next in Actions
        select (x, y, next),
        p => Assert.Equal(p.x.Meet(p.y).Then(p.next), p.x.Then(p.next).Meet(p.y.Then(p.next))));

    [Fact]
    public void ThenNeverLosesAFact() => Assert.All(
        from first in Actions from x in States(first) from next in Actions select (x, next),
        p => Assert.Equal(p.x.Value, p.x.Value & p.x.Then(p.next).Value));

    [Fact]
    public void ThenIsIdempotent() => Assert.All(
        from first in Actions from x in States(first) from next in Actions select (x, next),
        p => Assert.Equal(p.x.Then(p.next), p.x.Then(p.next).Then(p.next)));

    [Fact]
    public void ANothingChangesNothing() => Assert.All(
        from first in Actions from x in States(first) select x,
        x => Assert.Equal(x, x.Then(MemoryAction.Nothing)));

    [Fact]
    public void EverythingIsOrderedAfterAFullFenceOrAnAtomicOperation() => Assert.All(
        from first in Accesses from x in States(first) from full in new[] { MemoryAction.FullFence, MemoryAction.Atomic } select x.Then(full),
        x => Assert.Equal(3, x.Value));

    /// <summary>If the first is kept before the middle one and that before the last, the first is kept before the last: the two bits lose nothing.</summary>
    [Fact]
    public void OrderIsTransitiveOnEveryPath()
    {
        var lost =
            from first in Accesses
            from before in Sequences(2)
            let reached = before.Aggregate(OrderState.After(first), (s, a) => s.Then(a))
            from middle in Accesses
            where reached.Orders(middle)
            let start = reached.Then(middle)
            from after in Sequences(2)
            let fromMiddle = after.Aggregate(OrderState.After(middle), (s, a) => s.Then(a))
            let whole = after.Aggregate(start, (s, a) => s.Then(a))
            from last in Accesses
            where fromMiddle.Orders(last) && !whole.Orders(last)
            select $"{first} .. {middle} .. {last}";

        Assert.Empty(lost);
    }

    /// <summary>What comes between can only add order, wherever it stands.</summary>
    [Fact]
    public void AnActionBetweenNeverTakesOrderAway() => Assert.All(
        from first in Accesses from between in Actions from last in Accesses select (first, between, last),
        p => Assert.True(!OrderState.After(p.first).Orders(p.last) || OrderState.After(p.first).Then(p.between).Orders(p.last)));

    [Fact]
    public void ADependencyOnlyAddsOrder() => Assert.All(
        from first in Accesses from x in States(first) from next in Accesses select (x, next),
        p =>
        {
            Assert.True(!p.x.Orders(p.next) || p.x.Orders(p.next, Dependency.Control));
            Assert.True(!p.x.Orders(p.next, Dependency.Control) || p.x.Orders(p.next, Dependency.Address));
            Assert.Equal(p.x.Then(p.next).Value, p.x.Then(p.next).Value & p.x.Then(p.next, Dependency.Address).Value);
        });

    /// <summary>The edges of the cycle shapes: what keeps a pair of plain accesses (architecture.md, "Critical cycles").</summary>
    [Theory]
    [InlineData("W", "R", "full")]
    [InlineData("W", "W", "full write")]
    [InlineData("R", "R", "full read")]
    [InlineData("R", "W", "full read write")]
    public void AFenceKeepsAPairOfPlainAccesses(string first, string second, string keepers)
    {
        var fences = new Dictionary<string, MemoryAction>
        {
            ["full"] = MemoryAction.FullFence, ["read"] = MemoryAction.ReadBarrier, ["write"] = MemoryAction.WriteBarrier, ["none"] = MemoryAction.Nothing,
        };

        var keeping = fences.Where(f => OrderState.After(Plain(first)).Then(f.Value).Orders(Plain(second))).Select(f => f.Key);

        Assert.Equal(keepers.Split(' '), keeping);
    }

    [Fact]
    public void AnAcquireKeepsWhatFollowsAndAReleaseWhatPrecedes()
    {
        Assert.True(Kept(MemoryAction.AcquireLoad, MemoryAction.PlainLoad));
        Assert.True(Kept(MemoryAction.AcquireLoad, MemoryAction.PlainStore));
        Assert.True(Kept(MemoryAction.PlainLoad, MemoryAction.ReleaseStore));
        Assert.True(Kept(MemoryAction.PlainStore, MemoryAction.ReleaseStore));
        Assert.False(Kept(MemoryAction.PlainLoad, MemoryAction.AcquireLoad));
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.AcquireLoad));
        Assert.False(Kept(MemoryAction.ReleaseStore, MemoryAction.PlainLoad));
    }

    /// <summary>memory-model.md section 1: the whole store-buffering class.</summary>
    [Fact]
    public void AReleaseThenAnAcquireOfAnotherLocationIsNotOrdered() => Assert.False(Kept(MemoryAction.ReleaseStore, MemoryAction.AcquireLoad));

    /// <summary>memory-model.md section 9: a store-release is not a release fence.</summary>
    [Fact]
    public void AReleaseDoesNotKeepALaterStore()
    {
        Assert.False(Kept(MemoryAction.ReleaseStore, MemoryAction.PlainStore));
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.ReleaseStore, MemoryAction.PlainStore));
        Assert.True(Kept(MemoryAction.PlainStore, MemoryAction.WriteBarrier, MemoryAction.PlainStore));
    }

    /// <summary>memory-model.md R11: neither entering nor leaving a lock keeps a store before a load.</summary>
    [Fact]
    public void ALockIsAnAcquireAndAReleaseAndNoMore()
    {
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.LockEnter, MemoryAction.PlainLoad));
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.LockEnter, MemoryAction.LockExit, MemoryAction.PlainLoad));
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.LockExit, MemoryAction.PlainLoad));
        Assert.True(Kept(MemoryAction.LockEnter, MemoryAction.PlainLoad));
        Assert.True(Kept(MemoryAction.PlainStore, MemoryAction.LockExit));
        Assert.False(Kept(MemoryAction.LockExit, MemoryAction.LockEnter));
    }

    /// <summary>The two one-way barriers together are not a full fence (memory-model.md section 2).</summary>
    [Fact]
    public void AReadAndAWriteBarrierTogetherDoNotKeepAStoreBeforeALoad()
    {
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.ReadBarrier, MemoryAction.WriteBarrier, MemoryAction.PlainLoad));
        Assert.False(Kept(MemoryAction.PlainStore, MemoryAction.WriteBarrier, MemoryAction.ReadBarrier, MemoryAction.PlainLoad));
    }

    /// <summary>The reader of a sequence lock: an acquire on the second look at the version does nothing for the payload, a barrier before it does.</summary>
    [Fact]
    public void APayloadReadIsKeptBeforeTheSecondVersionByABarrierOnly()
    {
        Assert.False(Kept(MemoryAction.PlainLoad, MemoryAction.AcquireLoad));
        Assert.True(Kept(MemoryAction.PlainLoad, MemoryAction.ReadBarrier, MemoryAction.PlainLoad));
    }

    [Fact]
    public void ADependentLoadIsKeptAndAnAcquireOfItKeepsEverything()
    {
        var state = OrderState.After(MemoryAction.PlainLoad);

        Assert.True(state.Orders(MemoryAction.PlainLoad, Dependency.Address));
        Assert.False(state.Orders(MemoryAction.PlainLoad, Dependency.Control));
        Assert.True(state.Orders(MemoryAction.PlainStore, Dependency.Control));
        Assert.Equal(0, state.Then(MemoryAction.PlainLoad, Dependency.Address).Value);
        Assert.Equal(3, state.Then(MemoryAction.AcquireLoad, Dependency.Address).Value);
    }

    private static bool Kept(params MemoryAction[] path) =>
        path[1..^1].Aggregate(OrderState.After(path[0]), (state, action) => state.Then(action)).Orders(path[^1]);

    private static MemoryAction Plain(string access) => access == "W" ? MemoryAction.PlainStore : MemoryAction.PlainLoad;

    private static IEnumerable<MemoryAction[]> Sequences(int length) =>
        length == 0 ? [[]] : Sequences(length - 1).SelectMany(s => s.Length < length - 1 ? [s] : Actions.Select(a => (MemoryAction[])[.. s, a]).Prepend(s));
}
