using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>Tells the way of a branch on which there was nothing: a count of zero, a flag that is not set, or nothing to take out.</summary>
internal static class Emptiness
{
    public static bool IsFound(Guard guard)
    {
        MemoryEvent look = guard.Load.Event;
        (Value condition, bool outcome) = Conditions.Reduced(guard.Branch.Condition!, guard.Outcome);
        return condition switch
        {
            Value.Loaded asked => asked.Event == look && outcome == IsAskedForNone(look),
            Value.Comparison { Right: Value.Constant { Content: null } } test => look.Effect.Role == MemberRole.CollectionTake &&
                test.Left.Sources().Contains(look) && test.Relation == (outcome ? Relation.Equal : Relation.NotEqual),
            Value.Comparison { Left: Value.Loaded asked, Right: Value.Constant bound } test =>
                asked.Event == look && Conditions.AsNumber(bound) is { } number && Holds(0, test.Relation, number) == outcome &&
                Holds(1, test.Relation, number) != outcome,
            _ => false,
        };
    }

    private static bool IsAskedForNone(MemoryEvent look) => look.Operation is IPropertyReferenceOperation { Property.Name: "IsEmpty" };

    private static bool Holds(long left, Relation relation, long right) => relation switch
    {
        Relation.Equal => left == right,
        Relation.NotEqual => left != right,
        Relation.Less => left < right,
        Relation.LessOrEqual => left <= right,
        Relation.Greater => left > right,
        _ => left >= right,
    };
}
