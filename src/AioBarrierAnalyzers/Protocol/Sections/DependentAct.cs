using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Tells changes that are right only while a decision holds from those that are right in any case.</summary>
internal static class DependentAct
{
    /// <summary>True where the change is wrong, or done twice, when what was looked at has changed since.</summary>
    public static bool Rests(Guard decision, MemberEvent act)
    {
        if (!act.Event.Changes || !act.Location.MayAlias(decision.Load.Location) || act.Event.IsConcurrentCollection)
            return false;
        return act.Location.Kind switch
        {
            LocationKind.Content =>
                IsSearch(decision.Load.Event) ? NeedsAbsence(act.Event) : IsCount(decision.Load.Event) && NeedsPresence(act.Event),
            LocationKind.Field => act.Event.Path!.IsOfSameObject(decision.Load.Event.Path!) && decision.Load.Event.Twin is null &&
                (IsNewState(decision, act) || TakesRoom(decision, act)),
            _ => false,
        };
    }

    /// <summary>Takes an item that was looked for: it throws where there is none.</summary>
    public static bool NeedsItem(Guard decision, MemberEvent act) => act.Location.Kind == LocationKind.Content && !act.Event.IsConcurrentCollection &&
        act.Location.MayAlias(decision.Load.Location) && IsCount(decision.Load.Event) && NeedsPresence(act.Event);

    /// <summary>
    /// Counts itself in or out, or stores the very value that was waited against, so that whoever comes next waits: of two that were woken, or of one that was
    /// and one that comes along, only the first may. A thread of its own may be the only one that does.
    /// </summary>
    public static bool TakesTurn(Guard decision, MemberEvent act) => act.Location.Kind == LocationKind.Field && act.Event.Kind == EventKind.Store &&
        act.Member is { Kind: MemberKind.Ordinary } && act.Location.MayAlias(decision.Load.Location) &&
        act.Event.Path!.IsOfSameObject(decision.Load.Event.Path!) && decision.Load.Event.Twin is null &&
        (act.Event.Twin is not null || (act.Event.Stored is Value.Constant taken && decision.Demands(taken)));

    /// <summary>
    /// Adds one more where fewer than so many were found: then there are too many. What was looked at without the lock may be meant as a hint, and is not asked
    /// here.
    /// </summary>
    public static bool NeedsRoom(Guard decision, MemberEvent act)
    {
        if (act.Location.Kind != LocationKind.Content || act.Event.IsConcurrentCollection || !act.Location.MayAlias(decision.Load.Location) ||
            !IsNumber(decision.Load.Event) || !IsAddition(act.Event))
        {
            return false;
        }

        return IsBelowBound(decision);
    }

    /// <summary>
    /// Raises a count of which fewer than so many were found without the lock, and a caller is told where there were as many: then no more are meant.
    /// </summary>
    private static bool TakesRoom(Guard decision, MemberEvent act) =>
        act.Event is { Kind: EventKind.Store, Twin: not null, Stored: Value.Derived { Addend: > 0 } } && decision.IsChoice &&
        decision.Load.Event.Locks.IsEmpty && !decision.Member.Method.ReturnsVoid && IsBelowBound(decision);

    private static bool IsBelowBound(Guard decision)
    {
        (Value condition, bool outcome) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        if (condition is not Value.Comparison comparison)
            return false;
        bool isLeft = comparison.Left.Sources().Contains(decision.Load.Event);
        Value bound = isLeft ? comparison.Right : comparison.Left;
        return !bound.Varies && Conditions.AsNumber(bound) is null or > 0 && comparison.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => outcome == isLeft,
            Relation.Greater or Relation.GreaterOrEqual => outcome != isLeft,
            Relation.Equal => !outcome,
            _ => outcome,
        };
    }

    /// <summary>
    /// The member by its name: a content is that of a collection of the library, on all of which the names mean the same, or is asked for through LINQ.
    /// </summary>
    private static string NameOf(MemoryEvent @event) => @event.Operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod.Name,
        IPropertyReferenceOperation property => property.Property.Name,
        _ => string.Empty,
    };

    /// <summary>The look asks how many items there are.</summary>
    public static bool IsNumber(MemoryEvent look) => NameOf(look) == "Count";

    /// <summary>The look asks for one item, or whether it is there.</summary>
    public static bool IsSearch(MemoryEvent look) =>
        NameOf(look) is "Contains" or "ContainsKey" or "ContainsValue" or "TryGetValue" or "Exists" or "IndexOf" or "Find" or "Any";

    private static bool IsCount(MemoryEvent look) => NameOf(look) is "Count" or "Peek" or "TryPeek" or "First" or "Last" or "Any";

    /// <summary>
    /// Throws, or puts a second one in, where another thread was first. By index the last one wins, and a set or <c>TryAdd</c> says who was first.
    /// </summary>
    private static bool NeedsAbsence(MemoryEvent act) =>
        IsAddition(act) && act.Operation is IInvocationOperation { TargetMethod.ContainingType: { } type } && !LibraryTypes.Sets.Contains(type) &&
        act.UsedAt.Count == 0;

    private static bool IsAddition(MemoryEvent act) => NameOf(act) is "Add" or "AddLast" or "AddFirst" or "Enqueue" or "Push" or "Insert";

    /// <summary>Throws where another thread took the last one.</summary>
    private static bool NeedsPresence(MemoryEvent act) => NameOf(act) is "Dequeue" or "Pop" or "RemoveFirst" or "RemoveLast" or "RemoveAt";

    /// <summary>The state changes by what was seen: a larger value, the first object, or a flag that also starts something.</summary>
    private static bool IsNewState(Guard decision, MemberEvent act)
    {
        if (act.Event.Twin is not null || act.Event.Kind != EventKind.Store || !decision.IsNear(act.Event))
            return false;
        (Value condition, _) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        if (condition is Value.Comparison { Relation: not (Relation.Equal or Relation.NotEqual) } order)
            return Value.Same(order.Left, act.Event.Stored) || Value.Same(order.Right, act.Event.Stored);
        if (act.Event.Stored is not Value.Constant)
            return Conditions.IsNullTest(decision.Branch.Condition!, decision.Load.Event) && decision.Admits(new Value.Constant(null)) &&
                decision.Branch.Condition is not null;
        return Stores.IsSet(act.Event) && Conditions.Decide(decision.Branch.Condition!, decision.Load.Event, act.Event.Stored) == !decision.Outcome &&
            StartsSomething(decision, act);
    }

    private static bool StartsSomething(Guard decision, MemberEvent act) => decision.Member.Graph.Events.Any(
        e => e.Kind is EventKind.Start or EventKind.Wake or EventKind.Invoke or EventKind.Opaque && decision.Covers(e) &&
            decision.Member.Search.Reaches(act.Event.Node, e.Node));
}
