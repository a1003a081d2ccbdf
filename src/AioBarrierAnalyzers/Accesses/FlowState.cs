using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>What is known at a place of the walk: the values of locals and parameters, and the locks held.</summary>
internal sealed class FlowState
{
    public static readonly FlowState Initial = new(
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default), LockSet.Empty);

    public FlowState(ImmutableDictionary<ISymbol, Value> values, LockSet locks)
    {
        Values = values;
        Locks = locks;
    }

    public ImmutableDictionary<ISymbol, Value> Values { get; }

    public LockSet Locks { get; }

    public FlowState With(ISymbol symbol, Value value) => new(Values.SetItem(symbol, value), Locks);

    public FlowState With(LockSet locks) => ReferenceEquals(locks, Locks) ? this : new(Values, locks);

    /// <summary>
    /// The same for code that runs on its own, later: no lock is held there, and what was loaded is known by its place only, since the events of
    /// another member's graph mean nothing in this one.
    /// </summary>
    public FlowState Detached() => new(
        Values.ToImmutableDictionary(p => p.Key, p => Detached(p.Value), SymbolEqualityComparer.Default), LockSet.Empty);

    private static Value Detached(Value value) => value switch
    {
        Value.Loaded { IsExact: true, Event.Path: { } path } => new Value.Held(Detached(path)),
        Value.Held held => new Value.Held(Detached(held.Path)),
        Value.Address address => new Value.Address(Detached(address.Path)),
        Value.Given or Value.Made or Value.Constant or Value.Code => value,
        _ => Value.Unknown.Instance,
    };

    private static AccessPath Detached(AccessPath path) => new(
        path.Base is null ? null : Detached(path.Base), path.Step, path.Symbol, path.Index is null ? null : Detached(path.Index), path.Location);

    /// <summary>What holds where two paths meet.</summary>
    public FlowState Meet(FlowState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        ImmutableDictionary<ISymbol, Value> values = Values;
        if (!ReferenceEquals(Values, other.Values))
        {
            foreach (var pair in other.Values)
            {
                if (!values.TryGetValue(pair.Key, out Value? mine))
                    values = values.SetItem(pair.Key, pair.Value);
                else if (!Value.Same(mine, pair.Value))
                    values = values.SetItem(pair.Key, new Value.Derived(varies: false, isChoice: true, mine, pair.Value));
            }
        }

        return new FlowState(values, Locks.Meet(other.Locks));
    }
}
