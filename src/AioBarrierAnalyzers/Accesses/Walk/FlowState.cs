using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>What is known at a place of the walk: the values of locals and parameters, and the locks held. Immutable.</summary>
internal sealed class FlowState
{
    // Before the state that begins with it: initializers run in this order.
    private static readonly Bindings<Value, bool> NoOutcomes = Bindings<Value, bool>.None(new ByIdentity());

    public static readonly FlowState Initial = new(
        Bindings<ISymbol, Value>.None(SymbolEqualityComparer.Default), LockSet.Empty);

    private readonly Bindings<Value, bool> _outcomes;

    public FlowState(Bindings<ISymbol, Value> values, LockSet locks)
        : this(values, locks, ImmutableStack<BareLocks.Held>.Empty, NoOutcomes)
    {
    }

    private FlowState(Bindings<ISymbol, Value> values, LockSet locks, ImmutableStack<BareLocks.Held> open, Bindings<Value, bool> outcomes)
    {
        Values = values;
        Locks = locks;
        Open = open;
        _outcomes = outcomes;
    }

    public Bindings<ISymbol, Value> Values { get; }

    public LockSet Locks { get; }

    /// <summary>The held ones of which the graph does not say where they are given back, the last taken on top.</summary>
    public ImmutableStack<BareLocks.Held> Open { get; }

    public FlowState With(ISymbol symbol, Value value) => new(Values.With(symbol, value), Locks, Open, _outcomes);

    public FlowState With(LockSet locks) => ReferenceEquals(locks, Locks) ? this : new(Values, locks, Open, _outcomes);

    public FlowState WithOpen(ImmutableStack<BareLocks.Held> open) => new(Values, Locks, open, _outcomes);

    /// <summary>The outcome of a condition that this path has branched on before; null where it has not. The same object is the same value.</summary>
    public bool? OutcomeOf(Value condition)
    {
        (condition, bool isKept) = Conditions.Reduced(condition, true);
        return _outcomes.TryGetValue(condition, out bool outcome) ? outcome == isKept : null;
    }

    /// <summary>The same on the side of a branch that its condition leads to with this outcome.</summary>
    public FlowState Behind(Value condition, bool outcome)
    {
        (condition, outcome) = Conditions.Reduced(condition, outcome);
        return condition is Value.Unknown or Value.Constant ? this : new FlowState(Values, Locks, Open, _outcomes.With(condition, outcome));
    }

    /// <summary>
    /// The same for code that runs on its own, later: no lock is held there, and what was loaded is known by its place only, since the events of
    /// another member's graph mean nothing in this one.
    /// </summary>
    public FlowState Detached()
    {
        Bindings<ISymbol, Value> values = Initial.Values;
        foreach (ISymbol symbol in Values.Keys())
        {
            if (Values.TryGetValue(symbol, out Value value))
                values = values.With(symbol, Detached(value));
        }

        return new FlowState(values, LockSet.Empty);
    }

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
        return new FlowState(MeetValues(other.Values), Locks.Meet(other.Locks), Open.IsEmpty ? other.Open : Open, MeetOutcomes(other._outcomes));
    }

    private Bindings<ISymbol, Value> MeetValues(Bindings<ISymbol, Value> others)
    {
        Bindings<ISymbol, Value> values = Values;
        if (ReferenceEquals(values, others))
            return values;
        foreach (ISymbol symbol in values.BoundSinceParting(others))
        {
            if (!others.TryGetValue(symbol, out Value other))
                continue;
            if (!values.TryGetValue(symbol, out Value mine))
                values = values.With(symbol, other);
            else if (!Value.Same(mine, other))
                values = values.With(symbol, new Value.Derived(varies: false, isChoice: true, mine, other));
        }

        return values;
    }

    /// <summary>What both paths know. A condition is bound once along a path: where its outcome is known there is no branch.</summary>
    private Bindings<Value, bool> MeetOutcomes(Bindings<Value, bool> others)
    {
        if (ReferenceEquals(_outcomes, others))
            return _outcomes;
        Bindings<Value, bool> both = _outcomes.CommonWith(others);
        foreach (Value condition in _outcomes.BoundSinceParting(others))
        {
            if (_outcomes.TryGetValue(condition, out bool mine) && others.TryGetValue(condition, out bool other) && mine == other)
                both = both.With(condition, mine);
        }

        return both;
    }

    /// <summary>A path knows few outcomes: to compare a condition with each costs less than to hash it.</summary>
    private sealed class ByIdentity : IEqualityComparer<Value>
    {
        public bool Equals(Value? x, Value? y) => ReferenceEquals(x, y);

        public int GetHashCode(Value condition) => 0;
    }
}
