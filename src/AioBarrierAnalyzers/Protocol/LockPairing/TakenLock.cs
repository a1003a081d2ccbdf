using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>A lock that one operation of a body takes, and how the paths end with it.</summary>
internal sealed class TakenLock
{
    public TakenLock(IEnumerable<Ending> endings, PairRecord record)
    {
        Endings = endings.OrderBy(e => e.Leak).ThenBy(e => e.End.Cause?.Syntax.SpanStart ?? int.MaxValue).ToList();
        TakenBy = Endings[0].TakenBy;
        Key = Endings[0].Key;
        Target = record.Targets[TakenBy];
        GivenBackBy = record.GivenBackBy.TryGetValue(TakenBy, out HashSet<IOperation>? places) ? places : null;
        IsTakenInRounds = record.TakenInRounds.Contains(TakenBy);
        Returns = Endings.Where(e => e.Leak == LeakKind.Return).ToList();
    }

    /// <summary>The surest leaks first.</summary>
    public List<Ending> Endings { get; }

    /// <summary>The paths that return with it.</summary>
    public List<Ending> Returns { get; }

    public IOperation TakenBy { get; }

    public LockKey Key { get; }

    /// <summary>The expression that is the lock.</summary>
    public IOperation Target { get; }

    /// <summary>Where it is given back; null where that is nowhere.</summary>
    public HashSet<IOperation>? GivenBackBy { get; }

    /// <inheritdoc cref="PairRecord.TakenInRounds"/>
    public bool IsTakenInRounds { get; }

    /// <summary>Some path returns without it.</summary>
    public bool ReturnsWithoutIt => Endings.Exists(static e => e.State == EndState.GivenBack && !e.End.IsThrow);

    /// <summary>A step is made in a loop, and the lock was taken before it.</summary>
    public bool IsTakenBeforeLoopOf(IOperation step)
    {
        for (SyntaxNode? at = step.Syntax; at is not (null or MemberDeclarationSyntax); at = at.Parent)
        {
            if (at is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax && !at.Span.Contains(TakenBy.Syntax.Span))
                return true;
        }

        return false;
    }

    /// <summary>A leak that releasing it at its last place in any case would mend.</summary>
    public Leak Leak(LeakKind kind, Ending ending) =>
        new(kind, Key.Family, TakenBy, Target, ending.End.Cause, GivenBackBy?.OrderByDescending(static p => p.Syntax.SpanStart).FirstOrDefault());

    /// <summary>A leak for which no repair is known.</summary>
    public Leak Leak(LeakKind kind, IOperation cause) => new(kind, Key.Family, TakenBy, Target, cause, null);
}
