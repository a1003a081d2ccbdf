using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>What a store says by its value.</summary>
internal static class Stores
{
    /// <summary>Stores null, zero, false or default: it takes something away and publishes nothing.</summary>
    public static bool IsClear(MemoryEvent @event) =>
        @event.Kind == EventKind.Store && @event.Stored is Value.Constant constant && Conditions.AsNumber(constant) == 0;

    /// <summary>An atomic operation of which nobody looks at the result: a mere store.</summary>
    public static bool IsDiscarded(MemoryEvent @event) =>
        @event.Kind == EventKind.ReadModifyWrite && @event.Delta == 0 && IsUnused(@event);

    /// <summary>The result goes nowhere, be it by way of helpers that only return it.</summary>
    private static bool IsUnused(MemoryEvent @event)
    {
        SyntaxNode site = @event.Operation.Syntax;
        Frame frame = @event.Frame;
        while (site.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax)
        {
            if (frame.Method.ReturnsVoid)
                return true;
            if (frame is not { Caller: { } caller, CallSite: { } call })
                return false;
            (site, frame) = (call, caller);
        }

        return site.Parent is ExpressionStatementSyntax;
    }

    /// <summary>An exchange of which nobody looks at the result: a store with a fence, and no update.</summary>
    public static bool IsBlind(MemoryEvent @event) => IsDiscarded(@event) && IsExchange(@event);

    /// <summary>Stores a value whatever was there.</summary>
    public static bool IsExchange(MemoryEvent @event) =>
        @event.Effect.Is(MemberTraits.Exchange);

    /// <summary>Stores a constant other than null, zero or false.</summary>
    public static bool IsSet(MemoryEvent @event) =>
        @event.Stored is Value.Constant constant && Conditions.AsNumber(constant) is { } number && number != 0;
}
