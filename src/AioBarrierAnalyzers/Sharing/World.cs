using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>Everything that may run together with the members of the type that is judged, indexed by location.</summary>
internal sealed class World
{
    private static readonly List<MemberEvent> None = new();

    private readonly Dictionary<ISymbol, List<MemberEvent>> _bySymbol = new(SymbolEqualityComparer.Default);

    /// <summary>The accesses to parts of structs, by the names of what holds these.</summary>
    private readonly Dictionary<ISymbol, List<MemberEvent>> _byHolder = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<MemoryLocation, ImmutableArray<MemberEvent>> _byLocation = new();

    private bool? _hasLocks;

    public World(INamedTypeSymbol type, IReadOnlyList<Member> own, IEnumerable<Member> counterparts, LockingCode locking)
    {
        Type = type;
        Locking = locking;
        Own = own;
        Members = own.Concat(counterparts).ToArray();
        foreach (Member member in Members)
        {
            foreach (MemberEvent access in member.Accesses.Concat(member.Handlers))
            {
                if (access.Location.NamingSymbol is not { } symbol)
                    continue;
                Add(_bySymbol, symbol, access);
                for (MemoryLocation at = access.Location; at.IsEmbedded && at.Owner is { } owner; at = owner)
                {
                    if (owner.NamingSymbol is { } holder && !SymbolEqualityComparer.Default.Equals(holder, symbol))
                        Add(_byHolder, holder, access);
                }
            }
        }
    }

    /// <summary>The reads of something that never changes after construction, for the sake of objects that are seen half built.</summary>
    public IEnumerable<MemberEvent> FixedReadsOf(MemoryLocation location)
    {
        foreach (Member member in Members)
        {
            foreach (MemoryEvent read in member.IsConstruction ? System.Array.Empty<MemoryEvent>() : (IReadOnlyList<MemoryEvent>)member.Graph.FixedReads)
            {
                if (read.Location!.MayAlias(location) && !read.Path!.IsFresh)
                    yield return new MemberEvent(member, read);
            }
        }
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The members of the type itself: findings are reported in these.</summary>
    public IReadOnlyList<Member> Own { get; }

    public IReadOnlyList<Member> Members { get; }

    /// <summary>
    /// The members of other types that call methods of this one which leave the lock to them: what those methods do is seen there only, with the lock.
    /// </summary>
    public IReadOnlyList<Member> Callers { get; init; } = System.Array.Empty<Member>();

    /// <summary>Something is accessed with a lock held.</summary>
    public bool HasLocks => _hasLocks ??= Members.Any(m => m.Accesses.Any(a => !a.Event.Locks.IsEmpty));

    /// <summary>Some access to the location, outside construction, is made with a lock held.</summary>
    public bool IsUsedUnderLock(MemoryLocation location)
    {
        foreach (MemberEvent access in AccessesOf(location))
        {
            if (!access.Event.Locks.IsEmpty)
                return true;
        }

        return false;
    }

    /// <summary>The code may run on a processor of 32 bits.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>The methods of the type that use a barrier by itself.</summary>
    public IReadOnlyList<IMethodSymbol> Fencing { get; init; } = System.Array.Empty<IMethodSymbol>();

    /// <summary>True for a method that others of the project call, and always in a critical section.</summary>
    public Func<IMethodSymbol, bool> LeavesLockToCallers { get; init; } = static _ => false;

    /// <summary>True for a member that the project uses nowhere but in this code.</summary>
    public Func<ISymbol, SyntaxNode, bool> IsUsedOnlyIn { get; init; } = static (_, _) => false;

    /// <summary>The code of the type that takes locks by calls.</summary>
    public LockingCode Locking { get; }

    /// <summary>The accesses to the parts of a struct, which go by names of their own; construction left out.</summary>
    public IEnumerable<MemberEvent> PartsOf(MemoryLocation holder)
    {
        foreach (MemberEvent part in holder.NamingSymbol is { } symbol && _byHolder.TryGetValue(symbol, out List<MemberEvent>? found) ? found : None)
        {
            if (!part.Member.IsConstruction && part.Location.Overlaps(holder))
                yield return part;
        }
    }

    /// <summary>All accesses that may be to the location, or to a struct that holds it; construction left out.</summary>
    public ImmutableArray<MemberEvent> AccessesOf(MemoryLocation location)
    {
        if (!_byLocation.TryGetValue(location, out ImmutableArray<MemberEvent> accesses))
            _byLocation.Add(location, accesses = Find(location));
        return accesses;
    }

    /// <summary>The atomic operations on parts of a struct.</summary>
    public IEnumerable<MemberEvent> UpdatesWithin(MemoryLocation holder) => Members.Where(static m => !m.IsConstruction).SelectMany(static m => m.AtomicUpdates)
        .Where(a => a.Location.IsEmbedded && a.Location.Overlaps(holder));

    private ImmutableArray<MemberEvent> Find(MemoryLocation location)
    {
        ImmutableArray<MemberEvent>.Builder accesses = ImmutableArray.CreateBuilder<MemberEvent>();
        ISymbol? symbol = location.NamingSymbol;
        List<MemberEvent> list = symbol is not null && _bySymbol.TryGetValue(symbol, out List<MemberEvent>? found) ? found : None;
        foreach (MemberEvent access in list)
        {
            if (!access.Member.IsConstruction && access.Location.Overlaps(location))
                accesses.Add(access);
        }

        // A copy of the struct that holds it goes by the holder's name.
        for (MemoryLocation at = location; at.IsEmbedded && at.Owner is { } owner; at = owner)
        {
            if (owner.NamingSymbol is not { } holder || SymbolEqualityComparer.Default.Equals(holder, symbol) || !_bySymbol.TryGetValue(holder, out found))
                continue;
            foreach (MemberEvent access in found)
            {
                if (!access.Member.IsConstruction && access.Location.MayAlias(owner) && !accesses.Contains(access))
                    accesses.Add(access);
            }
        }

        return accesses.ToImmutable();
    }

    private static void Add(Dictionary<ISymbol, List<MemberEvent>> lists, ISymbol symbol, MemberEvent access)
    {
        if (!lists.TryGetValue(symbol, out List<MemberEvent>? list))
            lists.Add(symbol, list = new List<MemberEvent>());
        list.Add(access);
    }
}
