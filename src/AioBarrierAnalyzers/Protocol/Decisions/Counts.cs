using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>What an atomic operation does to a count.</summary>
internal static class Counts
{
    /// <summary>Adds to a number, or takes from it, whatever it is.</summary>
    public static bool IsChange(MemoryEvent @event) => @event is { Kind: EventKind.ReadModifyWrite, Comparand: null } &&
        @event.Effect is { Result: AtomicResult.NewValue, LocationParameter: 0 } && @event.Effect.Is(MemberTraits.Variable);

    /// <summary>A change whose result nobody looks at.</summary>
    public static bool IsForgotten(MemoryEvent @event) => IsChange(@event) && @event.Operation.Syntax.Parent switch
    {
        ExpressionStatementSyntax => true,
        ArrowExpressionClauseSyntax => @event.Frame.Method.ReturnsVoid,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } } => true,
        _ => false,
    };

    /// <summary>+1 where it counts up, -1 where it counts down; 0 where it adds a number of which nothing is known.</summary>
    public static int DirectionOf(MemoryEvent @event)
    {
        long added = @event.Delta != 0 ? @event.Delta : Conditions.AsNumber(@event.Stored) ?? 0;
        return added > 0 ? 1 : added < 0 ? -1 : 0;
    }

    /// <summary>It does not only count up.</summary>
    public static bool MayFall(MemoryEvent @event) => DirectionOf(@event) <= 0;
}
