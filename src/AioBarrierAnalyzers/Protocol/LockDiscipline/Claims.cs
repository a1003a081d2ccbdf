using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells what lies between two critical sections and is one thread's all the same: it sets a mark in the first one and turns it back in the second, and who
/// finds the mark under the lock keeps away.
/// </summary>
internal static class Claims
{
    /// <summary>Whether a place without the lock is claimed so, against all the others that use the location.</summary>
    public static bool Cover(LockSite site, MemoryLocation @lock, IEnumerable<LockSite> others, ProtocolContext context)
    {
        GraphSearch search = site.Member.Search;
        List<MemberEvent> marks = site.Member.Accesses
            .Where(a => a.Event is { Kind: EventKind.Store, Stored: Value.Constant } && a.Location.Kind == LocationKind.Field &&
                a.Event.Locks.Find(@lock) is not null).ToList();
        return marks.Any(set => search.Reaches(set.Event.Node, site.Access.Event.Node) &&
            marks.Any(turned => turned.Location.Equals(set.Location) && turned.Event != set.Event &&
                search.Reaches(site.Access.Event.Node, turned.Event.Node)) &&
            others.All(o => o.Member == site.Member || Asks(o.Member, set.Location, @lock, context)));
    }

    private static bool Asks(Member member, MemoryLocation mark, MemoryLocation @lock, ProtocolContext context) =>
        context.Guards.Of(member).Any(g => g.Load.Location.MayAlias(mark) && g.Load.Event.Locks.Find(@lock) is not null);
}
