using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>
/// What is known by key along one path of a walk, the newest first. Immutable: paths that part share what was known before, so that where they meet only
/// what came since has to be looked at.
/// </summary>
internal sealed class Bindings<TKey, TValue>
    where TKey : class
{
    private readonly IEqualityComparer<TKey> _comparer;
    private readonly Bindings<TKey, TValue>? _older;
    private readonly TKey? _key;
    private readonly TValue _value;
    private readonly int _hash;
    private readonly int _count;

    private Bindings(IEqualityComparer<TKey> comparer, Bindings<TKey, TValue>? older, TKey? key, TValue value, int hash)
    {
        _comparer = comparer;
        _older = older;
        _key = key;
        _value = value;
        _hash = hash;
        _count = older is null ? 0 : older._count + 1;
    }

    public static Bindings<TKey, TValue> None(IEqualityComparer<TKey> comparer) => new(comparer, null, null, default!, 0);

    public Bindings<TKey, TValue> With(TKey key, TValue value) => new(_comparer, this, key, value, _comparer.GetHashCode(key));

    public bool TryGetValue(TKey key, out TValue value) => TryGet(key, _comparer.GetHashCode(key), null, out value);

    /// <summary>The keys that this or the other has bound since the two parted, each once.</summary>
    public List<TKey> BoundSinceParting(Bindings<TKey, TValue> other)
    {
        var keys = new List<TKey>();
        Bindings<TKey, TValue> common = CommonWith(other);
        AddNewer(common, null, keys);
        other.AddNewer(common, this, keys);
        return keys;
    }

    /// <summary>All keys, each once.</summary>
    public List<TKey> Keys()
    {
        var keys = new List<TKey>();
        AddNewer(null, null, keys);
        return keys;
    }

    [MethodImpl(HotPath.Optimized)]
    private void AddNewer(Bindings<TKey, TValue>? common, Bindings<TKey, TValue>? added, List<TKey> keys)
    {
        for (Bindings<TKey, TValue> at = this; at._older is not null && at != common; at = at._older)
        {
            // A newer binding of the key hides this one.
            if (!TryGet(at._key!, at._hash, at, out _) && added?.TryGet(at._key!, at._hash, common, out _) != true)
                keys.Add(at._key!);
        }
    }

    [MethodImpl(HotPath.Optimized)]
    private bool TryGet(TKey key, int hash, Bindings<TKey, TValue>? until, out TValue value)
    {
        for (Bindings<TKey, TValue> at = this; at._older is not null && at != until; at = at._older)
        {
            if (at._hash == hash && (ReferenceEquals(at._key, key) || _comparer.Equals(at._key!, key)))
            {
                value = at._value;
                return true;
            }
        }

        value = default!;
        return false;
    }

    /// <summary>What was known where the two parted.</summary>
    [MethodImpl(HotPath.Optimized)]
    public Bindings<TKey, TValue> CommonWith(Bindings<TKey, TValue> other)
    {
        Bindings<TKey, TValue> mine = this;
        while (mine._count > other._count)
            mine = mine._older!;
        while (other._count > mine._count)
            other = other._older!;
        while (mine != other && mine._older is not null)
            (mine, other) = (mine._older, other._older!);
        return mine;
    }
}
