using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>The changes that members make, each with a lock that is held there to itself and may keep others out; without one where there is none.</summary>
internal sealed class HeldActs
{
    private readonly ProtocolContext _context;
    private readonly Dictionary<Member, List<(MemberEvent Act, MemoryLocation? Held)>> _known = new();

    private HeldActs(ProtocolContext context) => _context = context;

    /// <summary>Those of the type that is judged, found once for each member: every decision asks for them.</summary>
    public static HeldActs In(ProtocolContext context) => context.Once(static c => new HeldActs(c));

    public IReadOnlyList<(MemberEvent Act, MemoryLocation? Held)> Of(Member member)
    {
        if (!_known.TryGetValue(member, out List<(MemberEvent Act, MemoryLocation? Held)>? acts))
            _known.Add(member, acts = member.Accesses.Where(a => a.Event.Changes).Select(a => (a, LockOf(a))).ToList());
        return acts;
    }

    private MemoryLocation? LockOf(MemberEvent act)
    {
        foreach (LockSet.HeldLock held in act.Event.Locks.Locks)
        {
            if (!held.IsShared && LockObjects.MayExclude(held.Location, _context.World))
                return held.Location;
        }

        return null;
    }
}
