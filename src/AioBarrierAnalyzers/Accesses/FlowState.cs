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
