using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// Finds objects that are taken out of a place in two steps: the place is read, what was there is used if there was anything, and in any case the place is
/// then emptied. Whoever puts something there only where it finds nothing does so in between, and is forgotten.
/// </summary>
internal static class SplitTakes
{
    public static IEnumerable<(MemberEvent Load, MemberEvent Clear, MemberEvent Installer)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction && !m.Method.IsDisposal()))
        {
            foreach (MemberEvent clear in member.Accesses)
            {
                if (IsClear(clear.Event) && LoadBefore(clear) is { } load && !Exclusion.IsBehindAtomicLock(load, clear) &&
                    IsAwaitedThere(load, clear, context) && FindInstaller(clear, context) is { } installer && !IsOver(load, installer, context))
                {
                    yield return (load, clear, installer);
                }
            }
        }
    }

    /// <summary>Null is stored there, whatever it was.</summary>
    private static bool IsClear(MemoryEvent @event) => @event.Stored is Value.Constant { Content: null } &&
        (Stores.IsBlind(@event) || @event is { Kind: EventKind.Store, Twin: null }) && @event.Location is { Kind: LocationKind.Field };

    /// <summary>The read that comes right before it, of the same place; null where something else is done to the place in between.</summary>
    private static MemberEvent? LoadBefore(MemberEvent clear)
    {
        MemberEvent? last = clear.Member.Accesses.LastOrDefault(a => a != clear && a.Event.Node < clear.Event.Node &&
            a.Location.MayAlias(clear.Location) && clear.Member.Search.Reaches(a.Event.Node, clear.Event.Node));
        return last is { Event: { Kind: EventKind.Load, IsConcurrentCollection: false } } && last.Event.Path!.IsOfSameObject(clear.Event.Path!) ? last : null;
    }

    /// <summary>
    /// If there was anything, somebody is told so or called by it; and the place is emptied in either case. What is emptied for the next to fill it anew (a
    /// cache) tells nobody, and a test of who it is that stands there keeps the others out.
    /// </summary>
    private static bool IsAwaitedThere(MemberEvent load, MemberEvent clear, ProtocolContext context)
    {
        List<Guard> guards = context.Guards.Of(load);
        return guards.TrueForAll(g => !g.Covers(clear.Event) || g.Demands(clear.Event.Stored)) &&
            guards.Exists(g => !g.Admits(clear.Event.Stored) && (g.NearActs & (Acts.Wake | Acts.Invoke | Acts.Start)) != 0);
    }

    /// <summary>What the clear follows happens once, and whoever puts something there looks behind it whether that has happened.</summary>
    private static bool IsOver(MemberEvent load, MemberEvent installer, ProtocolContext context) => load.Member.Accesses.Any(
        end => end.Event is { Writes: true, Stored: Value.Constant } && load.Member.Search.Reaches(end.Event.Node, load.Event.Node) &&
            context.World.AccessesOf(end.Location).All(a => !a.Event.Writes || Value.Same(a.Event.Stored, end.Event.Stored)) &&
            installer.Member.Accesses.Any(look => look.Event.Reads && look.Location.MayAlias(end.Location) &&
                installer.Member.Search.Reaches(installer.Event.Node, look.Event.Node)));

    /// <summary>Puts an object there, and only where there is none.</summary>
    private static MemberEvent? FindInstaller(MemberEvent clear, ProtocolContext context) => context.World.AccessesOf(clear.Location).FirstOrDefault(
        a => a.Event is { Kind: EventKind.ReadModifyWrite, Comparand: Value.Constant { Content: null }, Stored: not Value.Constant } &&
            a.Member != clear.Member && !a.Event.Locks.Excludes(clear.Event.Locks) && !a.HasItsObjectToItself());
}
