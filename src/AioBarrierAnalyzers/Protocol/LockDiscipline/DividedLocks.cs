using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>Finds locations that every member changes under some lock, but no lock is held by all of them.</summary>
internal static class DividedLocks
{
    public static (LockSite Site, Discipline Discipline, LockSite Other)? Of(MemoryLocation location, ProtocolContext context)
    {
        if (location.Kind == LocationKind.Element)
            return null;
        List<LockSite> changes = LockVotes.In(context).SitesOf(location).Where(s => s.Changes).ToList();
        if (changes.Count < 2 || changes.Any(c => !c.HasLock || c.HasUnknownLock || c.IsMarked || c.Locks.Any(l => l.IsShared)))
            return null;
        LockSite last = changes[changes.Count - 1];
        foreach (LockSite other in changes)
        {
            if (other == last || last.IsApartFrom(other, JoinedWork.In(context)) || other.Member == last.Member)
                continue;
            MemoryLocation @lock = other.Locks.First().Location;
            if (!IsSound(@lock, other, context) || !last.Locks.All(l => IsSound(l.Location, last, context)))
                return null;
            return (last, new Discipline(location, @lock, isDeclared: false, changes.Where(c => c.Holds(@lock)).ToList(),
                changes.Where(c => !c.Holds(@lock)).ToList()), other);
        }

        return null;
    }

    /// <summary>A lock of the object's own, and no signal.</summary>
    private static bool IsSound(MemoryLocation @lock, LockSite site, ProtocolContext context) =>
        LockObjects.MayExclude(@lock, context.World) && LockObjects.IsAtHome(@lock, site.Access) &&
        site.Access.Event.Path?.Base is null or Value.Given or Value.Held;
}
