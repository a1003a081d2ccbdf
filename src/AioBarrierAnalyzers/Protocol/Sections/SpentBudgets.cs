using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>
/// Tells a count that is asked for enough in one critical section and spent in a later one: two threads spend what one of them saw. What was looked at without
/// the lock may be a hint, and is not asked here; nor is a thread's own loop, which may be the only one to spend, nor who looks again after spending.
/// </summary>
internal static class SpentBudgets
{
    public static bool Rests(Guard decision, MemberEvent act, MemoryLocation @lock, ProtocolContext context) =>
        act.Event is { Kind: EventKind.Store, Twin: not null } && act.Location.Kind == Accesses.LocationKind.Field &&
        decision.Load.Event is { Twin: null } look && look.Locks.Find(@lock) is not null && act.Location.Equals(decision.Load.Location) &&
        act.Event.Path!.IsOfSameObject(look.Path!) && act.Member.Kind == MemberKind.Ordinary &&
        act.Member.Method.DeclaredAccessibility != Accessibility.Private && decision.IsNear(act.Event) && NeedsBound(decision, act.Event) &&
        !context.Guards.Of(act.Member).Any(g => g.Load.Location.Equals(act.Location) && g.Load.Event != look &&
            act.Member.Search.Reaches(act.Event.Node, g.Load.Event.Node));

    /// <summary>It goes down where it was not too low, or up where it was not too high.</summary>
    private static bool NeedsBound(Guard decision, MemoryEvent act)
    {
        (Value condition, bool outcome) = Conditions.Reduced(decision.Branch.Condition!, decision.Outcome);
        if (condition is not Value.Comparison comparison || RiseOf(act.Operation) is not { } rises)
            return false;
        bool isLeft = IsLook(comparison.Left, decision);
        if (!isLeft && !IsLook(comparison.Right, decision))
            return false;
        if ((isLeft ? comparison.Right : comparison.Left).Varies)
            return false;
        return comparison.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => (outcome == isLeft) == rises,
            Relation.Greater or Relation.GreaterOrEqual => (outcome != isLeft) == rises,
            Relation.Equal => !outcome,
            _ => outcome,
        };
    }

    /// <summary>What was seen, or what it would be with so much more or less.</summary>
    private static bool IsLook(Value value, Guard decision) => value is Value.Derived { IsChoice: false, Varies: false, Operands.Count: 2 } sum
        ? sum.Operands.Any(o => IsSeen(o, decision)) && !sum.Operands.All(o => o.Sources().Count > 0)
        : IsSeen(value, decision);

    private static bool IsSeen(Value value, Guard decision) => value is Value.Loaded { IsExact: true } loaded && loaded.Event == decision.Load.Event;

    /// <summary>Null where it is neither raised nor lowered.</summary>
    private static bool? RiseOf(IOperation update) => update switch
    {
        IIncrementOrDecrementOperation step => step.Kind == OperationKind.Increment,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } => true,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Subtract } => false,
        _ => null,
    };
}
