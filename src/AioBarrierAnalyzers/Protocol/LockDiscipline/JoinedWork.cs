using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Work that is started under a lock, and waited for before that lock is given back: what is done under the lock before the work is started, or behind its
/// end, is done while nobody works.
/// </summary>
internal sealed class JoinedWork
{
    private readonly ProtocolContext _context;
    private readonly Dictionary<Member, IReadOnlyList<Fork>> _forks = new();

    private JoinedWork(ProtocolContext context) => _context = context;

    /// <summary>The work that the type that is judged waits for, found once.</summary>
    public static JoinedWork In(ProtocolContext context) => context.Once(static c => new JoinedWork(c));

    /// <summary>The second access is part of such work, and the first is made under its lock while none is under way.</summary>
    public bool KeepsApart(MemberEvent access, MemberEvent inWork)
    {
        if (access.Event.Locks.IsEmpty || access.Member == inWork.Member || inWork.Member is not { Kind: MemberKind.Started, IsRepeated: false })
            return false;
        IReadOnlyList<Fork> forks = ForksOf(inWork.Member);
        return forks.Count > 0 && access.Event.Locks.Locks.Any(l => !l.IsShared && LockObjects.MayExclude(l.Location, _context.World) &&
            forks.All(f => IsApart(f, access, inWork, l.Location)));
    }

    private static bool IsApart(Fork fork, MemberEvent access, MemberEvent inWork, MemoryLocation @lock)
    {
        if (fork.UntilJoined(inWork.Event) is not { } underWay || (access.Member == fork.Starter && underWay[access.Event.Node]))
            return false;
        return fork.Starter.Graph.Events.All(e => (!underWay[e.Node] && e != fork.Start) || e.Locks.Find(@lock) is { IsShared: false }) &&
            !fork.Starter.Graph.Events.Any(e => e.Effect.Role == MemberRole.MonitorWait && e.Location?.Owner?.MayAlias(@lock) == true);
    }

    /// <summary>Wherever the code is started.</summary>
    private IReadOnlyList<Fork> ForksOf(Member work)
    {
        if (!_forks.TryGetValue(work, out IReadOnlyList<Fork>? forks))
        {
            List<MemberEvent> starts = _context.World.Members.SelectMany(
                m => m.Graph.Events.Where(e => e.Kind == EventKind.Start && work.IsRunBy(e)).Select(e => new MemberEvent(m, e))).ToList();
            _forks.Add(work, forks = starts.Select(s => new Fork(s, work, isOnly: starts.Count == 1, _context)).ToArray());
        }

        return forks;
    }
}
