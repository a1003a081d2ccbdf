using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.CheckThenAct;

/// <summary>Recognises claims that store no constant: the claimant's own id, or the task or thread that does the work.</summary>
internal static class IdleClaims
{
    /// <summary>The location was found idle and now says who has it.</summary>
    public static bool IsClaim(Guard test, MemberEvent store) =>
        store.Event is { Kind: EventKind.Store, Twin: null, Stored: not (null or Value.Constant) } && store.Location.Kind == LocationKind.Field &&
        store.Location.MayAlias(test.Load.Location) && IdleValue(test) is { } idle &&
        (idle.Content is null ? IsStartedTask(test, store) || IsStartedThread(test, store) : IsOwner(store));

    /// <summary>True where some other member stores the idle value again.</summary>
    public static bool IsGivenBack(FlagTurn turn, ProtocolContext context) => IdleValue(turn.Test) is { } idle &&
        context.World.AccessesOf(turn.Store.Location).Any(a => a.Event.Writes && a.Member != turn.Member && Value.Same(a.Event.Stored, idle));

    /// <summary>The one value with which the test leads on.</summary>
    private static Value.Constant? IdleValue(Guard test)
    {
        (Value condition, bool outcome) = Conditions.Reduced(test.Branch.Condition!, test.Outcome);
        if (condition is not Value.Comparison { Relation: Relation.Equal or Relation.NotEqual } comparison ||
            (comparison.Relation == Relation.Equal) != outcome)
        {
            return null;
        }

        return (comparison.Left, comparison.Right) switch
        {
            (Value.Loaded { IsExact: true } loaded, Value.Constant constant) when loaded.Event == test.Load.Event => constant,
            (Value.Constant constant, Value.Loaded { IsExact: true } loaded) when loaded.Event == test.Load.Event => constant,
            _ => null,
        };
    }

    /// <summary>Work was started behind the test, and what is stored is its task: the second thread starts it again.</summary>
    private static bool IsStartedTask(Guard test, MemberEvent store) =>
        store.Event.Stored is Value.Made made && LibraryTypes.Task.Contains(made.Type) && test.Member.Graph.Events.Any(
            e => e.Kind == EventKind.Start && test.Covers(e) && test.Member.Search.Reaches(e.Node, store.Event.Node) &&
                store.Event.Operation.Syntax.Span.Contains(e.Operation.Syntax.Span));

    /// <summary>What is stored is a new thread, which is started behind the store: the second one who comes starts another.</summary>
    public static bool IsStartedThread(Guard test, MemberEvent store) =>
        LibraryTypes.Thread.Contains((store.Location.Symbol as IFieldSymbol)?.Type) && test.Member.Graph.Events.Any(
            e => e.Kind == EventKind.Start && test.Member.Search.Reaches(store.Event.Node, e.Node) && test.IsOnlyWayTo(e));

    /// <summary>The member also asks whether the location holds this very value: it is the claimant's name, and not a message.</summary>
    private static bool IsOwner(MemberEvent store) => store.Member.Graph.Nodes.Any(
        n => n.Condition is Value.Comparison { Left: Value.Loaded left, Right: var right } && left.Event.Location?.Overlaps(store.Location) == true &&
            Value.Same(right, store.Event.Stored));
}
