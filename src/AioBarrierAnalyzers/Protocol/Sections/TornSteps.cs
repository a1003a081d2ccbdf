using System.Collections;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Finds two changes of a member in two critical sections of one lock, with nothing between the sections, and a sibling that makes both in one.
/// </summary>
internal static class TornSteps
{
    public static IEnumerable<(MemberEvent First, MemberEvent Second, MemoryLocation Lock)> In(Member member, ProtocolContext context)
    {
        List<MemberEvent> changes = member.Accesses.Where(a => !a.Event.Locks.IsEmpty && IsChange(a)).ToList();
        foreach (MemberEvent first in changes)
        {
            foreach (MemberEvent second in changes)
            {
                if (first.Location.NamingSymbol is not { } symbol || SymbolEqualityComparer.Default.Equals(symbol, second.Location.NamingSymbol) ||
                    CommonLock(first, second, context) is not { } @lock || !IsTakenByOwn(member, context) ||
                    !AreAdjacent(first, second, @lock, context) || IsAskedAgain(first, second, @lock, context))
                {
                    continue;
                }

                yield return (first, second, @lock);
            }
        }
    }

    /// <summary>A change of another member that makes both in one critical section; null where there is none, or somebody makes one of them alone.</summary>
    public static MemberEvent? Sibling(MemberEvent first, MemberEvent second, MemoryLocation @lock, ProtocolContext context)
    {
        MemberEvent? proof = null;
        foreach (Member member in context.World.Members)
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal() ||
                SymbolEqualityComparer.Default.Equals(member.Method, first.Member.Method) ||
                IsHelperOf(member, first) || IsHelperOf(member, second))
            {
                continue;
            }

            MemberEvent? mine = ChangeOf(member, first, @lock);
            MemberEvent? other = ChangeOf(member, second, @lock);
            if (mine is null != other is null)
                return null;
            if (mine is not null && other is not null && CriticalSections.AreOne(mine, other, @lock) &&
                !IsInstead(mine, other, context) && !IsInstead(other, mine, context))
            {
                proof ??= mine;
            }
        }

        return proof;
    }

    /// <summary>Code of the type takes a lock: those that only helpers of other types take keep what these do together, and nothing of this type's.</summary>
    private static bool IsTakenByOwn(Member member, ProtocolContext context) =>
        member.Graph.Events.Any(e => e.Kind is EventKind.LockEnter or EventKind.Wait && context.IsOwn(e));

    /// <summary>A part of the torn member itself.</summary>
    private static bool IsHelperOf(Member member, MemberEvent change)
    {
        for (Frame? frame = change.Event.Frame; frame?.Caller is not null; frame = frame.Caller)
        {
            if (member.Method.DeclaredAccessibility == Accessibility.Private &&
                SymbolEqualityComparer.Default.Equals(frame.Method.OriginalDefinition, member.Method.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The second is only done where the first said that it changed nothing: a take that found nothing, an item that was there already.</summary>
    private static bool IsInstead(MemberEvent first, MemberEvent second, ProtocolContext context) => SaysWhether(first.Event) &&
        context.Guards.Of(first).Any(g => g.Covers(second.Event) && g.Demands(new Value.Constant(false)));

    /// <summary>On every collection of the library, what gives a truth value tells with it whether it changed anything.</summary>
    private static bool SaysWhether(MemoryEvent change) =>
        change.Operation is IInvocationOperation { TargetMethod.OriginalDefinition.ReturnType.SpecialType: SpecialType.System_Boolean };

    private static MemberEvent? ChangeOf(Member member, MemberEvent change, MemoryLocation @lock) =>
        member.Accesses.FirstOrDefault(a => a.Location.MayAlias(change.Location) && IsChange(a) && a.Event.Locks.Find(@lock) is not null);

    private static bool IsChange(MemberEvent access) =>
        access.Event.Changes && !access.Event.IsMarked && access.Location.Kind is LocationKind.Field or LocationKind.Content &&
        access.Location.NamingSymbol is IFieldSymbol or IPropertySymbol;

    private static MemoryLocation? CommonLock(MemberEvent first, MemberEvent second, ProtocolContext context) => first.Event.Locks.Locks
        .Where(l => !l.IsShared && second.Event.Locks.Find(l.Location) is { IsShared: false }).Select(l => l.Location)
        .FirstOrDefault(l => LockObjects.MayExclude(l, context.World) && LockObjects.IsAtHome(l, first) && LockObjects.IsAtHome(l, second));

    /// <summary>The lock is given back and taken again, and nothing else is done in between.</summary>
    private static bool AreAdjacent(MemberEvent first, MemberEvent second, MemoryLocation @lock, ProtocolContext context)
    {
        GraphSearch search = first.Member.Search;
        if (!search.Reaches(first.Event.Node, second.Event.Node) || search.Reaches(second.Event.Node, first.Event.Node) ||
            CriticalSections.AreOne(first, second, @lock) || IsInstead(first, second, context))
        {
            return false;
        }

        BitArray reached = search.ReachableFrom(first.Event.Node, node => node.Index == second.Event.Node);
        List<MemoryEvent> between = first.Member.Graph.Events
            .Where(e => reached[e.Node] && e != second.Event && search.Reaches(e.Node, second.Event.Node) && CriticalSections.IsOutside(e, @lock)).ToList();
        return between.Count > 0 && between.All(e => IsLocking(e));
    }

    private static bool IsLocking(MemoryEvent @event) => @event.Kind is EventKind.LockEnter or EventKind.LockExit ||
        (@event.Effect.Role == MemberRole.Wait && @event.Effect.Is(MemberTraits.Permit));

    /// <summary>The second section looks at one of the two before it goes on.</summary>
    private static bool IsAskedAgain(MemberEvent first, MemberEvent second, MemoryLocation @lock, ProtocolContext context) =>
        context.Guards.Of(first.Member).Any(
        g => g.Load.Event.Locks.Find(@lock) is not null && first.Member.Search.Reaches(first.Event.Node, g.Load.Event.Node) &&
            first.Member.Search.Reaches(g.Load.Event.Node, second.Event.Node) && !CriticalSections.AreOne(first, g.Load, @lock) &&
            (g.Load.Location.MayAlias(first.Location) || g.Load.Location.MayAlias(second.Location)));
}
