using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells a read by a thread of what it was started for: whoever started it stored that under the lock, and by the time the thread comes to read it somebody
/// else may have stored another. It should have been handed over. Nothing is said where a thread is waited for, or reads again and again what is current, as a
/// timer does.
/// </summary>
internal static class DelayedReads
{
    public static bool Is(LockSite site, Discipline discipline, ProtocolContext context)
    {
        MemberEvent read = site.Access;
        return read.Member is { Kind: MemberKind.Started, IsRepeated: false } && read.Event is { Kind: EventKind.Load, Twin: null, Locks.IsEmpty: true } &&
            read.Location.Kind == LocationKind.Field && !read.Member.Search.Reaches(read.Event.Node, read.Event.Node) &&
            context.World.AccessesOf(read.Location).Any(s => IsForThread(s, read, discipline) && IsReplaced(s, discipline, context));
    }

    /// <summary>The store is made in the section that starts the thread.</summary>
    private static bool IsForThread(MemberEvent store, MemberEvent read, Discipline discipline) =>
        store.Event is { Kind: EventKind.Store, Stored: not (null or Value.Constant) } && store.Event.Locks.Find(discipline.Lock) is not null &&
        !Waits(store.Member) && store.Member.Graph.Events.Any(
            e => e.Kind == EventKind.Start && e.Locks.Find(discipline.Lock) is not null && store.Member.Search.Reaches(store.Event.Node, e.Node) &&
                e.Started.Any(s => SymbolEqualityComparer.Default.Equals(s.Method.OriginalDefinition, read.Member.Method.OriginalDefinition)));

    /// <summary>Another member stores there too, or undoes what the store was decided by.</summary>
    private static bool IsReplaced(MemberEvent store, Discipline discipline, ProtocolContext context) =>
        IsChangedElsewhere(store, store, discipline, context) ||
        context.Guards.Of(store.Member).Any(g => g.Covers(store.Event) && IsChangedElsewhere(g.Load, store, discipline, context));

    private static bool IsChangedElsewhere(MemberEvent access, MemberEvent store, Discipline discipline, ProtocolContext context) =>
        context.World.AccessesOf(access.Location).Any(
            w => w.Event.Writes && w.Member != store.Member && w.Event.Locks.Find(discipline.Lock) is not null && !Waits(w.Member));

    private static bool Waits(Member member) => member.Graph.Events.Any(static e => e.Kind == EventKind.Wait);
}
