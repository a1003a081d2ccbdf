using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace AioBarrierAnalyzers.Explorer.Runtime;

/// <summary>ConcurrentDictionary. Factories run outside of the step that uses their result, as in the original.</summary>
public static class SimulatedConcurrentDictionary
{
    public static bool TryAdd<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, TValue value)
        where TKey : notnull =>
        !Change(site, key, (at, value), static (content, o) => content.ContainsKey(o.at) ? content : content.Add(o.at, o.value)).ContainsKey(at);

    public static bool TryGetValue<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull =>
        Look(site, key).TryGetValue(at, out value);

    public static bool TryRemove<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, [MaybeNullWhen(false)] out TValue value)
        where TKey : notnull =>
        Change(site, key, at, static (content, o) => content.Remove(o)).TryGetValue(at, out value);

    public static TValue GetOrAdd<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, TValue value)
        where TKey : notnull =>
        Change(site, key, (at, value), static (content, o) => content.ContainsKey(o.at) ? content : content.Add(o.at, o.value))
            .TryGetValue(at, out var found) ? found : value;

    public static TValue GetOrAdd<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, Func<TKey, TValue> factory)
        where TKey : notnull =>
        Look(site, key).TryGetValue(at, out var found) ? found : GetOrAdd(site, key, at, factory(at));

    public static bool ContainsKey<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at)
        where TKey : notnull =>
        Look(site, key).ContainsKey(at);

    public static TValue get_Item<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at)
        where TKey : notnull =>
        Look(site, key)[at];

    public static TValue set_Item<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key, TKey at, TValue value)
        where TKey : notnull
    {
        Change(site, key, (at, value), static (content, o) => content.SetItem(o.at, o.value));
        return value;
    }

    public static int get_Count<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        Look(site, key).Count;

    public static bool get_IsEmpty<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        Look(site, key).IsEmpty;

    public static ICollection<TKey> get_Keys<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        [.. Look(site, key).Keys];

    public static ICollection<TValue> get_Values<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        [.. Look(site, key).Values];

    public static KeyValuePair<TKey, TValue>[] ToArray<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        [.. Look(site, key)];

    public static void Clear<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        Change(site, key, 0, static (content, _) => content.Clear());

    private static ImmutableDictionary<TKey, TValue> Look<TKey, TValue>(int site, ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        SnapshotOperations.Look(site, StateOf(key));

    private static ImmutableDictionary<TKey, TValue> Change<TKey, TValue, TOperand>(
        int site,
        ConcurrentDictionary<TKey, TValue> key,
        TOperand operand,
        Func<ImmutableDictionary<TKey, TValue>, TOperand, ImmutableDictionary<TKey, TValue>> change)
        where TKey : notnull =>
        SnapshotOperations.Change(site, StateOf(key), operand, change);

    private static Snapshot<ImmutableDictionary<TKey, TValue>> StateOf<TKey, TValue>(ConcurrentDictionary<TKey, TValue> key)
        where TKey : notnull =>
        SnapshotOperations.StateOf(key, static k => k.ToImmutableDictionary());
}
