using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds buffers that one member copies and replaces while another stores to them: what is stored between the copying and the swap is lost. Readers lose
/// nothing, and writers that only ever fill buffers of their own do not count. A writer that is kept out meanwhile still stores to the old one where it came by
/// the reference before.
/// </summary>
internal static class BufferSwaps
{
    public static IEnumerable<BufferSwap> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent swap in member.Accesses.Where(a => IsSwap(a.Event)))
            {
                foreach (MemoryEvent copy in CopiesBefore(swap))
                {
                    MemberEvent? early = null;
                    if ((FindWrite(swap, copy, w => !IsKeptOut(w, copy, swap, context), context) ??
                        FindWrite(swap, copy, w => (early = EarlyReferences.Of(w, swap, context)) is not null, context)) is not { } write)
                    {
                        continue;
                    }

                    yield return new BufferSwap(copy, swap, write, early);
                    break;
                }
            }
        }
    }

    /// <summary>
    /// A new object is stored to a field, or Array.Resize does so. A new link of a list replaces nothing, and neither does what an object is set up with that
    /// is itself new, or taken from a pool.
    /// </summary>
    private static bool IsSwap(MemoryEvent store) => store.Writes && !IsLink(store.Location!.Symbol) &&
        !Pools.IsOwn(store.Path!.Base) &&
        (IsResize(store) || (store.Location.Kind == Accesses.LocationKind.Field && store.Stored is { IsFresh: true }) ||
            (store.Location.Kind is Accesses.LocationKind.Field or Accesses.LocationKind.Element && Pools.MayBeNewOrReused(store.Stored)));

    private static bool IsLink(ISymbol? field) => field is not null &&
        SymbolEqualityComparer.Default.Equals(PathFactory.TypeOf(field)?.OriginalDefinition, field.ContainingType.OriginalDefinition);

    private static bool IsResize(MemoryEvent store) =>
        store.Operation is IInvocationOperation { TargetMethod: { Name: "Resize", ContainingType.SpecialType: SpecialType.System_Array } };

    /// <summary>The reads of what the field holds that go into the new object: in bulk, or stored to it one by one.</summary>
    private static IEnumerable<MemoryEvent> CopiesBefore(MemberEvent swap)
    {
        if (IsResize(swap.Event))
            return new[] { swap.Event };
        GraphSearch search = swap.Member.Search;
        var loads = swap.Member.Accesses.Where(a => a.Event.Reads && a.Location.Overlaps(swap.Location) && search.Reaches(a.Event.Node, swap.Event.Node))
            .Select(a => a.Event).ToList();
        if (loads.Count == 0)
            return System.Array.Empty<MemoryEvent>();
        return swap.Member.Accesses.Select(a => a.Event).Where(
            read => read.Kind == EventKind.Load && !read.Location!.Overlaps(swap.Location) && search.Reaches(read.Node, swap.Event.Node) &&
                loads.Any(l => read.DependsByAddress(l)) && GoesInto(read, swap.Event, swap.Member));
    }

    private static bool GoesInto(MemoryEvent read, MemoryEvent swap, Member member) => read.IsBulk
        ? (read.Operation is IInvocationOperation)
        : member.Graph.Events.Any(s => s.Writes && s.Stored is not null && s.Path is { } path && swap.Stored is { } made &&
            s.Stored.Sources().Contains(read) && (IsPartOf(path, made) || IsPassedOn(path, s, swap, member)) &&
            (path.IsFresh || SymbolEqualityComparer.Default.Equals(s.Location!.NamingSymbol, read.Location!.NamingSymbol)));

    /// <summary>It is stored to an array of its own first, and that one is copied in bulk.</summary>
    private static bool IsPassedOn(AccessPath path, MemoryEvent store, MemoryEvent swap, Member member) => path.IsFresh &&
        Escapes.RootsOf(path).ToList() is { Count: > 0 } roots && member.Graph.Events.Any(
            e => e is { Kind: EventKind.Load, IsBulk: true, Operation: IInvocationOperation, Path: { } from } &&
                Escapes.RootsOf(from).Any(r => roots.Any(o => ReferenceEquals(r, o))) &&
                member.Search.Reaches(store.Node, e.Node) && member.Search.Reaches(e.Node, swap.Node));

    private static bool IsPartOf(AccessPath path, Value made)
    {
        if (path.IsFresh)
            return Escapes.RootsOf(path).Any(r => ReferenceEquals(r, made));
        Value? at = path.Base;
        while (at is Value.Held or Value.Address)
            at = at is Value.Held held ? held.Path.Base : ((Value.Address)at).Path.Base;
        return ReferenceEquals(at, made) || (at is Value.Derived { IsChoice: true } choice && made is Value.Derived { IsChoice: true } other &&
            choice.Operands.Count == other.Operands.Count && choice.Operands.All(o => other.Operands.Any(p => ReferenceEquals(o, p) || Value.Same(o, p))));
    }

    private static MemberEvent? FindWrite(MemberEvent swap, MemoryEvent copy, System.Func<MemberEvent, bool> canBeMissed, ProtocolContext context)
    {
        MemoryLocation copied = IsResize(copy) ? new MemoryLocation(Accesses.LocationKind.Element, null, swap.Location) : copy.Location!;
        return context.World.AccessesOf(copied).Concat(EarlyReferences.Writes(swap, context))
            .OrderBy(w => w.Event.Frame.Method.Equals(swap.Event.Frame.Method, SymbolEqualityComparer.Default))
            .FirstOrDefault(
            write => write.Event.Writes && !write.Event.Path!.IsFresh && write.Event != swap.Event &&
                !copy.Locks.Locks.Any(l => OwnPhases.IsFastPath(write, l.Location)) && !IsOtherWay(write.Event, swap.Event) &&
                write.Member.Accesses.Any(l => l.Event.Reads && l.Location.Overlaps(swap.Location) && write.Event.DependsByAddress(l.Event)) &&
                AreTwoThreads(swap, write) && !IsInOrder(swap, write) && canBeMissed(write));
    }

    /// <summary>The other way of the very method that swaps, and atomic by its author's will: who takes the one does not take the other meanwhile.</summary>
    private static bool IsOtherWay(MemoryEvent write, MemoryEvent swap) => write.IsMarked && write.Locks.IsEmpty && !swap.Locks.IsEmpty &&
        SymbolEqualityComparer.Default.Equals(write.Frame.Method.OriginalDefinition, swap.Frame.Method.OriginalDefinition);

    /// <summary>
    /// A lock of the writer is held from the copying to the swap; or it was left in between, and something is looked at again before the swap.
    /// </summary>
    private static bool IsKeptOut(MemberEvent write, MemoryEvent copy, MemberEvent swap, ProtocolContext context)
    {
        if (!write.Event.Locks.Excludes(copy.Locks))
            return false;
        GraphSearch search = swap.Member.Search;
        bool IsBetween(MemoryEvent e) => search.Reaches(copy.Node, e.Node) && search.Reaches(e.Node, swap.Event.Node) && !search.Reaches(e.Node, copy.Node);
        return copy.Locks.Locks.Any(l => write.Event.Locks.Find(l.Location) is not null && swap.Event.Locks.Find(l.Location) is not null &&
                !swap.Member.Graph.Events.Any(e => IsBetween(e) && e.Locks.Find(l.Location) is null)) ||
            context.Guards.Of(swap.Member).Any(g => g.Covers(swap.Event) && IsBetween(g.Load.Event));
    }

    /// <summary>
    /// The swap is made under a lock, so others are expected, or the store is; or several threads run the member that stores; or it stores atomically.
    /// A writer that takes no lock while the swap takes none either may be the same thread.
    /// </summary>
    private static bool AreTwoThreads(MemberEvent swap, MemberEvent write) =>
        !swap.Event.Locks.IsEmpty || !write.Event.Locks.IsEmpty || write.Event.Kind == EventKind.ReadModifyWrite ||
        (write.Member.IsRepeated && write.Member == swap.Member) ||
        (write.Member != swap.Member && (write.Member.Kind == MemberKind.Started) != (swap.Member.Kind == MemberKind.Started));

    /// <summary>The writer is started only when the new buffer is in place.</summary>
    private static bool IsInOrder(MemberEvent swap, MemberEvent write) => write.Member.Kind == MemberKind.Started && write.Member != swap.Member &&
        swap.Member.Graph.Events.Any(e => e.Kind == EventKind.Start && Starts(e, write.Member) && !swap.Member.Search.Reaches(e.Node, swap.Event.Node));

    private static bool Starts(MemoryEvent start, Member member) =>
        start.Started.Any(s => SymbolEqualityComparer.Default.Equals(s.Method.OriginalDefinition, member.Method.OriginalDefinition));
}
