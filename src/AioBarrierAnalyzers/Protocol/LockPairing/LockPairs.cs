using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Finds the locks that a member releases on some paths and not on others. One that it never releases is meant for somebody else, and so is one that it
/// returns with where it says yes and without where it says no, or that another member releases.
/// </summary>
internal sealed class LockPairs
{
    private readonly LockingCode _code;
    private readonly INamedTypeSymbol _type;
    private readonly Terms _terms;
    private readonly LockActs _acts;
    private readonly Throwers _throwers;
    private readonly Releasers _releasers;
    private readonly SemaphoreUse _semaphores;
    private readonly LostClaims _claims;

    private LockPairs(World world)
    {
        _code = world.Locking;
        _type = world.Type;
        _terms = new Terms(_code.Known);
        _acts = new LockActs(_code.Known, _terms, new HelperCalls(_code.Bodies, _code.Cancellation));
        _throwers = new Throwers(_code.Known, _code.Bodies, _code.Cancellation);
        _releasers = new Releasers(_code.Cancellation);
        _semaphores = new SemaphoreUse(world.Type, _code.Cancellation);
        _claims = new LostClaims(_type, _throwers, _releasers, new EarlyReturns(_code.Known), new CaughtCalls(_code, _type));
    }

    public static IEnumerable<Leak> Find(World world)
    {
        if (world.Locking.Methods.Count == 0)
            return Enumerable.Empty<Leak>();
        var pairs = new LockPairs(world);
        var handed = new HandedClaims(world.Locking, world.Type, pairs._acts, pairs._throwers);
        var leased = new LeasedPermits(world.Locking, world.Type, pairs._acts, pairs._throwers);
        return world.Locking.Methods.SelectMany(pairs.FindIn).Concat(world.Locking.Methods.SelectMany(handed.FindIn))
            .Concat(world.Locking.Methods.SelectMany(leased.FindIn)).ToList();
    }

    private IEnumerable<Leak> FindIn(IMethodSymbol method) =>
        _code.Bodies.Get(method, _code.Cancellation) is { } facts ? FindIn(facts, method) : Enumerable.Empty<Leak>();

    private IEnumerable<Leak> FindIn(GraphFacts facts, IMethodSymbol method)
    {
        foreach (Leak leak in FindIn(facts.Graph, method))
            yield return leak;
        foreach (IFlowAnonymousFunctionOperation lambda in facts.Lambdas)
        {
            foreach (Leak leak in FindIn(_code.Bodies.FactsOf(facts.Graph.GetAnonymousFunctionControlFlowGraph(lambda)), method))
                yield return leak;
        }

        foreach (IMethodSymbol function in facts.Graph.LocalFunctions)
        {
            foreach (Leak leak in FindIn(_code.Bodies.FactsOf(facts.Graph.GetLocalFunctionControlFlowGraph(function)), function))
                yield return leak;
        }
    }

    private IEnumerable<Leak> FindIn(ControlFlowGraph graph, IMethodSymbol method)
    {
        var effects = new PairEffects(graph, _terms, _acts, _throwers, _releasers, _semaphores);
        return PairWalk.Run(graph, effects, _code.Cancellation).GroupBy(e => e.TakenBy)
            .Select(g => Judge(new TakenLock(g, effects.Record), method, graph.OriginalOperation)).Where(l => l is not null).Select(l => l!);
    }

    private Leak? Judge(TakenLock taken, IMethodSymbol method, IOperation code)
    {
        if (taken.Key.Family == LockFamily.Claim)
            return _claims.Judge(taken, method, code);

        // One loop takes it as often as another one gives it back.
        if (taken.IsTakenInRounds && taken.GivenBackBy?.Any(taken.IsTakenBeforeLoopOf) != false)
            return null;

        Ending worst = taken.Endings.FirstOrDefault(e => e.Leak is not null);
        if (worst.Leak is not { } kind)
            return null;
        bool isMeantForOthers = kind is not (LeakKind.NeverTaken or LeakKind.CalledOff) && (taken.GivenBackBy is null ||
            (taken.Returns.Count > 0 && IsMeantForCaller(taken) && !IsOutOfReach(taken, method)) ||
            _releasers.IsGivenBackElsewhere(taken.Key, _type, method, code.Syntax));
        return isMeantForOthers ? null : taken.Leak(kind, worst);
    }

    /// <summary>The caller gets the lock: nothing that returns has released it, or what it returns says which.</summary>
    private static bool IsMeantForCaller(TakenLock taken)
    {
        List<Ending> released = taken.Endings.Where(e => e.State == EndState.GivenBack && !e.End.IsThrow).ToList();
        return released.Count == 0 ||
            (taken.Returns.TrueForAll(e => e.End.Kind == ReturnKind.Positive) && released.TrueForAll(e => e.End.Kind == ReturnKind.Negative));
    }

    /// <summary>
    /// No caller can give the lock back: it is private. Either the member makes it itself and also gives it back where it returns; or nothing is returned that
    /// could do it, and where the member fails it gives the lock back itself.
    /// </summary>
    private static bool IsOutOfReach(TakenLock taken, IMethodSymbol method) =>
        taken.Target is IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private, Type.IsReferenceType: true } field } &&
        (taken.ReturnsWithoutIt
            ? field.IsReadOnly && field.DeclaringSyntaxReferences
                .FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax }
            : (method.ReturnsVoid || LibraryTypes.TaskOfNothing.Contains(method.ReturnType)) &&
                taken.Returns.TrueForAll(static e => e.End.Kind == ReturnKind.Nothing));
}
