using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>What is known at a place of the walk: the values of locals and parameters, and the locks held. Immutable.</summary>
internal sealed class FlowState
{
    public static readonly FlowState Initial = new(
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default), LockSet.Empty);

    private readonly ImmutableDictionary<Value, bool> _outcomes;

    public FlowState(ImmutableDictionary<ISymbol, Value> values, LockSet locks)
        : this(values, locks, ImmutableStack<BareLocks.Held>.Empty, ImmutableDictionary<Value, bool>.Empty)
    {
    }

    private FlowState(ImmutableDictionary<ISymbol, Value> values, LockSet locks, ImmutableStack<BareLocks.Held> open, ImmutableDictionary<Value, bool> outcomes)
    {
        Values = values;
        Locks = locks;
        Open = open;
        _outcomes = outcomes;
    }

    public ImmutableDictionary<ISymbol, Value> Values { get; }

    public LockSet Locks { get; }

    /// <summary>The held ones of which the graph does not say where they are given back, the last taken on top.</summary>
    public ImmutableStack<BareLocks.Held> Open { get; }

    public FlowState With(ISymbol symbol, Value value) => new(Values.SetItem(symbol, value), Locks, Open, _outcomes);

    public FlowState With(LockSet locks) => ReferenceEquals(locks, Locks) ? this : new(Values, locks, Open, _outcomes);

    public FlowState WithOpen(ImmutableStack<BareLocks.Held> open) => new(Values, Locks, open, _outcomes);

    /// <summary>The outcome of a condition that this path has branched on before; null where it has not. The same object is the same value.</summary>
    public bool? OutcomeOf(Value condition)
    {
        (condition, bool isKept) = Conditions.WithoutNegation(condition, true);
        return _outcomes.TryGetValue(condition, out bool outcome) ? outcome == isKept : null;
    }

    /// <summary>The same on the side of a branch that its condition leads to with this outcome.</summary>
    public FlowState Behind(Value condition, bool outcome)
    {
        (condition, outcome) = Conditions.WithoutNegation(condition, outcome);
        return condition is Value.Unknown or Value.Constant ? this : new FlowState(Values, Locks, Open, _outcomes.SetItem(condition, outcome));
    }

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

        return new FlowState(values, Locks.Meet(other.Locks), Open.IsEmpty ? other.Open : Open, MeetOutcomes(other));
    }

    private ImmutableDictionary<Value, bool> MeetOutcomes(FlowState other)
    {
        if (ReferenceEquals(_outcomes, other._outcomes))
            return _outcomes;
        ImmutableDictionary<Value, bool> both = _outcomes;
        foreach (var pair in _outcomes)
        {
            if (!other._outcomes.TryGetValue(pair.Key, out bool outcome) || outcome != pair.Value)
                both = both.Remove(pair.Key);
        }

        return both;
    }
}
