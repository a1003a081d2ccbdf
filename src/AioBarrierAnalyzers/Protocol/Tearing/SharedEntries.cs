using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Tearing;

/// <summary>
/// Tells the entries of a thread-safe collection that several threads use at once. That they stand in one does not say so, as each may be of one thread; that
/// whoever finds one counts atomically in it does, or that it is made by whoever asks for it first.
/// </summary>
internal static class SharedEntries
{
    public static bool AreApart(MemberEvent load, MemberEvent store) =>
        IsForAnybody(load.Member) && IsForAnybody(store.Member) && IsFound(load) && IsFound(store) && load.Event.Locks.IsEmpty && store.Event.Locks.IsEmpty &&
        !load.HasItsObjectToItself() && !store.HasItsObjectToItself() &&
        (IsCountedIn(load) || IsCountedIn(store) || (IsMadeByFirst(load) && IsMadeByFirst(store)));

    private static bool IsForAnybody(Member member) => member.Kind == MemberKind.Ordinary && !member.Method.IsDisposal() &&
        member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal;

    /// <summary>Of an object that was looked up, and is still there for others.</summary>
    private static bool IsFound(MemberEvent access) =>
        access.Event.Path!.Base?.Sources().Any(static s => s is { IsConcurrentCollection: true, TakesOut: false }) == true;

    /// <summary>Of an object that stands in a thread-safe dictionary because somebody asked for it, and whoever asks next gets the same.</summary>
    public static bool IsMadeByFirst(MemberEvent access) =>
        access.Event.Path!.Base is { } entry && entry.Sources().Any(static s => s is { IsConcurrentCollection: true, TakesOut: false, Writes: true });

    private static bool IsCountedIn(MemberEvent access) => access.Member.AtomicUpdates.Any(
        u => u.Event.Delta != 0 && !u.Event.IsConcurrentCollection && Value.Same(u.Event.Path!.Base, access.Event.Path!.Base));
}
