using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// What is known at one place on one path: the locks that this run of the member took, and the outcomes of tests that decide about them. Immutable.
/// </summary>
internal sealed class PairState : IEquatable<PairState>
{
    public static readonly PairState Initial = new(
        ImmutableSortedDictionary.Create<LockKey, Holding>(),
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableHashSet<IOperation>.Empty);

    private readonly ImmutableSortedDictionary<LockKey, Holding> _held;
    private readonly ImmutableSortedDictionary<string, bool> _facts;
    private readonly ImmutableSortedDictionary<string, string> _aliases;
    private int _hash;

    private PairState(
        ImmutableSortedDictionary<LockKey, Holding> held,
        ImmutableSortedDictionary<string, bool> facts,
        ImmutableSortedDictionary<string, string> aliases,
        ImmutableHashSet<IOperation> released)
    {
        _held = held;
        _facts = facts;
        _aliases = aliases;
        Released = released;
    }

    public IEnumerable<Holding> Held => _held.Values.Where(h => h.Count > 0);

    public bool HoldsAny => !_held.IsEmpty && _held.Values.Any(h => h.Count > 0);

    /// <summary>The operations that took a lock which was given back since.</summary>
    public ImmutableHashSet<IOperation> Released { get; }

    public Holding? HoldingOf(LockKey key) => _held.TryGetValue(key, out Holding? holding) ? holding : null;

    public string? AliasOf(string term) => _aliases.TryGetValue(term, out string? alias) ? alias : null;

    public bool? Fact(string term) => term.StartsWith("!", StringComparison.Ordinal)
        ? (_facts.TryGetValue(term.Substring(1), out bool no) ? !no : null)
        : _facts.TryGetValue(term, out bool yes) ? yes : null;

    public PairState WithFact(string term, bool value) => term.StartsWith("!", StringComparison.Ordinal)
        ? WithFact(term.Substring(1), !value)
        : new PairState(_held, _facts.SetItem(term, value), _aliases, Released);

    public PairState WithAlias(string term, string alias) => new(_held, _facts, _aliases.SetItem(term, alias), Released);

    /// <summary>Forgets what was known of a thing that is assigned.</summary>
    public PairState Forget(string term) => _facts.IsEmpty && _aliases.IsEmpty ? this : new(
        _held,
        _facts.RemoveRange(_facts.Keys.Where(k => k.Contains(term)).ToArray()),
        _aliases.RemoveRange(_aliases.Where(a => a.Key == term || a.Value.Contains(term)).Select(a => a.Key).ToArray()),
        Released);

    public PairState Take(LockKey key, IOperation by)
    {
        Holding? before = HoldingOf(key);
        return With(_held.SetItem(key,
            new Holding(key, (before is { Count: > 0 } ? before.Count : 0) + 1, before is { Count: > 0 } ? before.TakenBy : by)), Released.Remove(by));
    }

    /// <summary>A wait for the lock that did not get it.</summary>
    public PairState Fail(LockKey key, IOperation by) =>
        HoldingOf(key) is { Count: > 0 } ? this : With(_held.SetItem(key, new Holding(key, 0, by)), Released);

    /// <summary>A wait for the lock that somebody called off.</summary>
    public PairState CallOff(LockKey key, IOperation by) =>
        HoldingOf(key) is { Count: > 0 } ? this : With(_held.SetItem(key, new Holding(key, -1, by)), Released);

    public PairState GiveBack(Holding holding)
    {
        LockKey key = holding.Key;
        return holding.Count > 1
            ? With(_held.SetItem(key, new Holding(holding.Key, holding.Count - 1, holding.TakenBy)), Released)
            : With(_held.Remove(key), Released.Add(holding.TakenBy));
    }

    /// <summary>A catch keeps what this operation has thrown.</summary>
    public PairState Fail(IOperation operation, Func<Holding, bool> which) => With(
        _held.SetItems(_held.Where(h => h.Value.Count > 0 && which(h.Value)).Select(
            h => new KeyValuePair<LockKey, Holding>(h.Key, new Holding(h.Key, h.Value.Count, h.Value.TakenBy, operation)))),
        Released);

    /// <summary>From here on others look after these locks.</summary>
    public PairState Lose(Func<Holding, bool> which)
    {
        LockKey[] lost = _held.Where(h => which(h.Value)).Select(h => h.Key).ToArray();
        return lost.Length == 0 ? this : With(_held.RemoveRange(lost), Released);
    }

    /// <summary>The name of a variable that stands for the same thing as another name; null where there is none.</summary>
    public string? AnotherNameOf(string term, string but) => _aliases.Where(a => a.Value == term && a.Key != but).Select(a => a.Key).FirstOrDefault();

    /// <summary>The locks that are reached through one name are reached through another now, and through all that meant the first one.</summary>
    public PairState Rename(string from, string to)
    {
        var aliases = _aliases.Remove(to)
            .SetItems(_aliases.Where(a => a.Value == from && a.Key != to).Select(a => new KeyValuePair<string, string>(a.Key, to)));
        var result = new PairState(_held, _facts, aliases, Released);
        foreach (Holding holding in _held.Values.Where(h => Terms.LeadsTo(from, h.Key.Term)).ToArray())
        {
            var key = new LockKey(holding.Key.Family, to + holding.Key.Term.Substring(from.Length));
            result = result
                .With(result._held.Remove(holding.Key).SetItem(key, new Holding(key, holding.Count, holding.TakenBy, holding.Failure)), Released);
        }

        return result;
    }

    /// <summary>True where the same is known, of locks that were taken at the same places.</summary>
    public bool Equals(PairState? other) => ReferenceEquals(this, other) || (other is not null && GetHashCode() == other.GetHashCode() &&
        Same(_held, other._held, static (a, b) => a.Count == b.Count && PlaceOf(a.TakenBy) == PlaceOf(b.TakenBy) && KindOf(a.Failure) == KindOf(b.Failure)) &&
        Same(_facts, other._facts, static (a, b) => a == b) && Same(_aliases, other._aliases, static (a, b) => a == b) &&
        (ReferenceEquals(Released, other.Released) || Released.SetEquals(other.Released)));

    public override bool Equals(object? obj) => Equals(obj as PairState);

    /// <summary>Of the lengths of names, which the strings know; states of one body that have those in common are few.</summary>
    public override int GetHashCode()
    {
        if (_hash != 0)
            return _hash;
        int hash = 17;
        foreach (KeyValuePair<LockKey, Holding> held in _held)
            hash = (((hash * 31) + held.Key.Term.Length) * 31) + held.Value.Count + PlaceOf(held.Value.TakenBy);
        foreach (KeyValuePair<string, bool> fact in _facts)
            hash = (((hash * 31) + fact.Key.Length) * 2) + (fact.Value ? 1 : 0);
        foreach (KeyValuePair<string, string> alias in _aliases)
            hash = (((hash * 31) + alias.Key.Length) * 31) + alias.Value.Length;
        foreach (IOperation released in Released)
            hash ^= PlaceOf(released) * 397;
        return _hash = hash | 1;
    }

    /// <summary>Of what has failed no more is asked than whether it was awaited.</summary>
    private static int KindOf(IOperation? failure) => failure switch
    {
        null => 0,
        IAwaitOperation => 1,
        _ => 2,
    };

    private static int PlaceOf(IOperation operation) => operation.Syntax.SpanStart;

    private static bool Same<TKey, TValue>(
        ImmutableSortedDictionary<TKey, TValue> a, ImmutableSortedDictionary<TKey, TValue> b, Func<TValue, TValue, bool> areSame)
        where TKey : IEquatable<TKey>
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a.Count != b.Count)
            return false;
        using ImmutableSortedDictionary<TKey, TValue>.Enumerator others = b.GetEnumerator();
        foreach (KeyValuePair<TKey, TValue> pair in a)
        {
            others.MoveNext();
            if (!pair.Key.Equals(others.Current.Key) || !areSame(pair.Value, others.Current.Value))
                return false;
        }

        return true;
    }

    private PairState With(ImmutableSortedDictionary<LockKey, Holding> held, ImmutableHashSet<IOperation> released) => new(held, _facts, _aliases, released);
}
