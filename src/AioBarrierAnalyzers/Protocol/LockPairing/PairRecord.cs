using System.Collections.Generic;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>What was found on the paths of one body: which locks were taken, where each was given back, and how the paths ended with it.</summary>
internal sealed class PairRecord
{
    private readonly List<Ending> _endings = new();
    private readonly Dictionary<IOperation, LockKey> _keys = new();

    public IReadOnlyList<Ending> Endings => _endings;

    /// <summary>Where each lock that was taken is given back.</summary>
    public Dictionary<IOperation, HashSet<IOperation>> GivenBackBy { get; } = new();

    /// <summary>What takes a lock anew in the rounds of a loop, without having given it back.</summary>
    public HashSet<IOperation> TakenInRounds { get; } = new();

    /// <summary>The lock expressions, for messages.</summary>
    public Dictionary<IOperation, IOperation> Targets { get; } = new();

    /// <summary>The variables that say whether a lock is held, by their terms.</summary>
    public Dictionary<string, LockKey> Flags { get; } = new();

    /// <summary>Notes that an operation takes a lock, or may.</summary>
    public void Take(LockAct act, IOperation operation)
    {
        _keys[operation] = act.Key;
        Targets[operation] = act.Target;
    }

    /// <summary>Notes how a path ends with all that was taken on it.</summary>
    public void Finish(PairState state, PathEnd end)
    {
        foreach (Holding holding in state.Held)
            _endings.Add(new Ending(holding.TakenBy, holding.Key, end, EndState.Held, holding.Failure));
        foreach (IOperation released in state.Released)
            _endings.Add(new Ending(released, _keys[released], end, EndState.GivenBack));
    }

    /// <summary>Notes that nothing leads to a lock any more.</summary>
    public void LoseReach(Holding holding, IOperation operation) =>
        _endings.Add(new Ending(holding.TakenBy, holding.Key, PathEnd.Return(ReturnKind.Nothing, operation), EndState.OutOfReach));

    /// <summary>The path behind an operation that gives a lock back, or a claim; one that was not taken for certain is noted as such.</summary>
    public PairState GiveBack(LockKey key, IOperation operation, PairState state)
    {
        if (state.HoldingOf(key) is { } holding)
        {
            if (holding.Count > 0)
                return GiveBack(holding, operation, state);
            if (holding.Count == 0 || IsCleanUpOf(holding.TakenBy, operation))
                _endings.Add(new Ending(holding.TakenBy, key, PathEnd.Return(ReturnKind.Nothing, operation), StateOf(holding)));
            return state.Lose(h => h == holding);
        }

        // One that goes by a name not seen: it may be any of those that are held.
        return key.Family == LockFamily.Claim ? state : state.Lose(h => h.Key.Family == key.Family && h.Count > 0);
    }

    private static EndState StateOf(Holding holding) => holding.Count == 0 ? EndState.NeverTaken : EndState.CalledOff;

    /// <summary>A finally does it in any case, by itself, and the wait is in its try: nothing can have told it that there is nothing to give back.</summary>
    private static bool IsCleanUpOf(IOperation wait, IOperation giveBack) =>
        giveBack.Syntax is InvocationExpressionSyntax
        {
            ArgumentList.Arguments.Count: 0,
            Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: FinallyClauseSyntax { Parent: TryStatementSyntax whole } } },
        } && whole.Block.Span.Contains(wait.Syntax.Span);

    private PairState GiveBack(Holding holding, IOperation by, PairState state)
    {
        if (!GivenBackBy.TryGetValue(holding.TakenBy, out HashSet<IOperation>? places))
            GivenBackBy.Add(holding.TakenBy, places = new HashSet<IOperation>());
        places.Add(by);
        return state.GiveBack(holding);
    }
}
