using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>
/// A worker that may be suspended: it looks at the work only while it is not, and behind its clear it looks again only where it was not. What is added
/// meanwhile waits for whoever lets it go on.
/// </summary>
internal static class Suspensions
{
    private static readonly Value.Constant Yes = new(true);
    private static readonly Value.Constant No = new(false);

    /// <summary>
    /// Where a branch behind the clear leads that rests on what was read before it, if the worker is not suspended; null where the branch asks for
    /// something else.
    /// </summary>
    public static int? Of(ProtocolContext context, GraphNode branch, MemberEvent clear, MemoryLocation work)
    {
        if (!branch.IsBranch || !clear.Member.Search.Reaches(clear.Event.Node, branch.Index))
            return null;
        foreach (Guard again in context.Guards.Of(clear.Member))
        {
            if (again.Branch == branch && again.Load.Event.Node < clear.Event.Node && StateOf(again) is { } state &&
                clear.Member.Accesses.All(a => !IsLook(a, clear, work) || IsMadeIn(state, again.Load.Location, a, context)))
            {
                return branch.Successors[again.Outcome ? 0 : 1];
            }
        }

        return null;
    }

    private static bool IsLook(MemberEvent access, MemberEvent clear, MemoryLocation work) =>
        access.Event.Reads && access.Event.Node < clear.Event.Node && access.Location.Overlaps(work);

    private static bool IsMadeIn(Value state, MemoryLocation location, MemberEvent look, ProtocolContext context) => context.Guards.Of(look.Member).Any(
        g => g.Load.Location.Equals(location) && g.Covers(look.Event) && g.Load.Event.Node < look.Event.Node && StateOf(g) == state);

    /// <summary>The one content of a flag with which the branch goes this way.</summary>
    private static Value.Constant? StateOf(Guard guard) =>
        guard.Demands(Yes) && !guard.Admits(No) ? Yes : guard.Demands(No) && !guard.Admits(Yes) ? No : null;
}
