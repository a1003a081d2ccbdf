using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// What is known at one place on one path: the locks that this run of the member took, and the outcomes of tests that decide about them. Immutable.
/// </summary>
internal sealed class PairState
{
    public static readonly PairState Initial = new(
        ImmutableSortedDictionary.Create<string, Holding>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableHashSet<IOperation>.Empty);

    private readonly ImmutableSortedDictionary<string, Holding> _held;
    private readonly ImmutableSortedDictionary<string, bool> _facts;
    private readonly ImmutableSortedDictionary<string, string> _aliases;
    private string? _text;

    private PairState(
        ImmutableSortedDictionary<string, Holding> held,
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

    public Holding? HoldingOf(LockKey key) => _held.TryGetValue(key.ToString(), out Holding? holding) ? holding : null;

    public string? AliasOf(string term) => _aliases.TryGetValue(term, out string? alias) ? alias : null;

    public bool? Fact(string term) => term.StartsWith("!", StringComparison.Ordinal)
        ? (_facts.TryGetValue(term.Substring(1), out bool no) ? !no : null)
        : _facts.TryGetValue(term, out bool yes) ? yes : null;

    public PairState WithFact(string term, bool value) => term.StartsWith("!", StringComparison.Ordinal)
        ? WithFact(term.Substring(1), !value)
        : new PairState(_held, _facts.SetItem(term, value), _aliases, Released);

    public PairState WithAlias(string term, string alias) => new(_held, _facts, _aliases.SetItem(term, alias), Released);

    /// <summary>Forgets what was known of a thing that is assigned.</summary>
    public PairState Forget(string term) => new(
        _held,
        _facts.RemoveRange(_facts.Keys.Where(k => k.Contains(term)).ToArray()),
        _aliases.RemoveRange(_aliases.Where(a => a.Key == term || a.Value.Contains(term)).Select(a => a.Key).ToArray()),
        Released);

    public PairState Take(LockKey key, IOperation by)
    {
        Holding? before = HoldingOf(key);
        return With(_held.SetItem(key.ToString(),
            new Holding(key, (before is { Count: > 0 } ? before.Count : 0) + 1, before is { Count: > 0 } ? before.TakenBy : by)), Released.Remove(by));
    }

    /// <summary>A wait for the lock that did not get it.</summary>
    public PairState Fail(LockKey key, IOperation by) =>
        HoldingOf(key) is { Count: > 0 } ? this : With(_held.SetItem(key.ToString(), new Holding(key, 0, by)), Released);

    /// <summary>A wait for the lock that somebody called off.</summary>
    public PairState CallOff(LockKey key, IOperation by) =>
        HoldingOf(key) is { Count: > 0 } ? this : With(_held.SetItem(key.ToString(), new Holding(key, -1, by)), Released);

    public PairState GiveBack(Holding holding)
    {
        string key = holding.Key.ToString();
        return holding.Count > 1
            ? With(_held.SetItem(key, new Holding(holding.Key, holding.Count - 1, holding.TakenBy)), Released)
            : With(_held.Remove(key), Released.Add(holding.TakenBy));
    }

    /// <summary>From here on others look after these locks.</summary>
    public PairState Lose(Func<Holding, bool> which)
    {
        string[] lost = _held.Where(h => which(h.Value)).Select(h => h.Key).ToArray();
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
                .With(result._held.Remove(holding.Key.ToString()).SetItem(key.ToString(), new Holding(key, holding.Count, holding.TakenBy)), Released);
        }

        return result;
    }

    /// <summary>The same text means the same state.</summary>
    public override string ToString()
    {
        if (_text is not null)
            return _text;
        var text = new StringBuilder();
        foreach (Holding holding in _held.Values)
            text.Append(holding.Key).Append('*').Append(holding.Count).Append('@').Append(holding.TakenBy.Syntax.SpanStart).Append(' ');
        foreach (KeyValuePair<string, bool> fact in _facts)
            text.Append(fact.Key).Append(fact.Value ? '+' : '-');
        foreach (KeyValuePair<string, string> alias in _aliases)
            text.Append(alias.Key).Append('~').Append(alias.Value);
        foreach (int released in Released.Select(r => r.Syntax.SpanStart).OrderBy(p => p))
            text.Append('<').Append(released);
        return _text = text.ToString();
    }

    private PairState With(ImmutableSortedDictionary<string, Holding> held, ImmutableHashSet<IOperation> released) => new(held, _facts, _aliases, released);
}
