using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells what is filled once, under a lock and behind a flag that says so: who has looked at the flag may read it freely. Whether the flag itself
/// is published in order is the ordering rules' question.
/// </summary>
internal static class OnceFilled
{
    public static bool Allows(LockSite read, IReadOnlyList<LockSite> held, ProtocolContext context)
    {
        List<LockSite> changes = held.Where(h => h.Changes).ToList();
        foreach (MemberEvent look in read.Member.Accesses)
        {
            if (look.Event.Reads && look.Location.Kind == LocationKind.Field && !look.Location.Equals(read.Access.Location) &&
                read.Member.Search.Reaches(look.Event.Node, read.Access.Event.Node) &&
                changes.All(c => IsBehind(c.Access, look.Location, context)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The change is made only where the flag is not yet set, and the same member sets it afterwards.</summary>
    private static bool IsBehind(MemberEvent change, MemoryLocation flag, ProtocolContext context) =>
        context.Guards.Of(change.Member).Any(g => g.Load.Location.Equals(flag) && g.Covers(change.Event)) &&
        change.Member.Accesses.Any(a => a.Event.Writes && a.Location.Equals(flag) && change.Member.Search.Reaches(change.Event.Node, a.Event.Node));
}
