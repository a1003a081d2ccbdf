using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds numbers of places that are given back to those that are free before the place is emptied: whoever is given the number next fills the place, and what
/// is put there is wiped out.
/// </summary>
internal static class ReusedNumbers
{
    /// <summary>The return of the number, the emptying of its place, where others are given a number, and what they put into the place.</summary>
    public static IEnumerable<(MemberEvent Return, MemberEvent Clear, MemberEvent Take, MemberEvent Fill)> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Members.Where(static m => !m.IsConstruction))
        {
            foreach (MemberEvent clear in member.Accesses)
            {
                if (clear.Location.Kind == LocationKind.Element && IsEmptied(clear.Event) && ReturnOf(clear) is { } back &&
                    context.BringsTogether(back.Event, clear.Event) && FindFill(back, clear, context) is var (take, fill))
                {
                    yield return (back, clear, take, fill);
                }
            }
        }
    }

    /// <summary>Emptied for whoever comes next: with a comparand it is only what is still there that goes.</summary>
    private static bool IsEmptied(MemoryEvent clear) => clear.Path!.Index is not (null or Value.Constant) &&
        (Stores.IsClear(clear) || (Stores.IsDiscarded(clear) && clear is { Comparand: null, Stored: Value.Constant { Content: null or 0 } }));

    /// <summary>The very number was added to a collection before, and the place was not emptied before that as well.</summary>
    private static MemberEvent? ReturnOf(MemberEvent clear) => clear.Member.Accesses.FirstOrDefault(
        back => back.Event is { Writes: true, Handed.Count: > 0 } && back.Location.Kind == LocationKind.Content && back.Event.Node < clear.Event.Node &&
            back.Event.Handed.Any(h => Value.Same(h, clear.Event.Path!.Index)) && clear.Member.Search.Reaches(back.Event.Node, clear.Event.Node) &&
            !clear.Member.Accesses.Any(a => a.Event.Writes && a.Event.Node < back.Event.Node && a.Event.Path!.Equals(clear.Event.Path)));

    /// <summary>Another member takes a number out of there and stores to its place, and no lock is held from the return to the emptying.</summary>
    private static (MemberEvent Take, MemberEvent Fill)? FindFill(MemberEvent back, MemberEvent clear, ProtocolContext context)
    {
        foreach (MemberEvent fill in context.World.AccessesOf(clear.Location))
        {
            if (!fill.Event.Writes || IsEmptied(fill.Event) || fill.Event.Path!.Index is not { } index || fill.HasItsObjectToItself() ||
                fill.Event.Locks.Excludes(clear.Event.Locks))
            {
                continue;
            }

            MemberEvent? take = fill.Member.Accesses.FirstOrDefault(t => t.Event.TakesOut && t.Location.Overlaps(back.Location) &&
                index.Sources().Contains(t.Event) && !t.Event.Locks.Excludes(clear.Event.Locks));
            if (take is not null)
                return (take, fill);
        }

        return null;
    }
}
