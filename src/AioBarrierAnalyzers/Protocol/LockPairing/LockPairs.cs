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
    private readonly EarlyReturns _earlyReturns;
    private readonly CaughtCalls _caught;

    private LockPairs(World world)
    {
        _code = world.Locking;
        _type = world.Type;
        _terms = new Terms(_code.Known);
        _acts = new LockActs(_code.Known, _terms, new HelperCalls(_code.Bodies, _code.Cancellation));
        _throwers = new Throwers(_code.Known, _code.Bodies, _code.Cancellation);
        _releasers = new Releasers(_code.Cancellation);
        _semaphores = new SemaphoreUse(world.Type, _code.Cancellation);
        _earlyReturns = new EarlyReturns(_code.Known);
        _caught = new CaughtCalls(world.Locking, world.Type);
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
        var effects = new PairEffects(_terms, _acts, _throwers, _releasers, _semaphores);
        return PairWalk.Run(graph, effects, _code.Cancellation).GroupBy(e => e.TakenBy)
            .Select(g => Judge(g.ToList(), effects, method, graph.OriginalOperation)).Where(l => l is not null).Select(l => l!);
    }

    private Leak? Judge(List<Ending> endings, PairEffects effects, IMethodSymbol method, IOperation code)
    {
        IOperation takenBy = endings[0].TakenBy;
        LockKey key = endings[0].Key;
        effects.Record.GivenBackBy.TryGetValue(takenBy, out HashSet<IOperation>? places);
        Leak Make(LeakKind kind, Ending ending) => new(
            kind, key.Family, takenBy, effects.Record.Targets[takenBy], ending.End.Cause, places?.OrderByDescending(p => p.Syntax.SpanStart).FirstOrDefault());

        endings = endings.OrderBy(e => KindOf(e)).ThenBy(e => e.End.Cause?.Syntax.SpanStart ?? int.MaxValue).ToList();
        List<Ending> returns = endings.Where(e => KindOf(e) == LeakKind.Return).ToList();
        if (key.Family == LockFamily.Claim)
            return JudgeClaim(endings, returns, places is not null, method, Make) ?? JudgePassing(endings, returns, effects, places, method, code);

        // One loop takes it as often as another one gives it back.
        if (effects.Record.TakenInRounds.Contains(takenBy) && places?.Any(p => IsInOtherLoop(p.Syntax, takenBy.Syntax)) != false)
            return null;

        IOperation target = effects.Record.Targets[takenBy];
        Ending worst = endings.FirstOrDefault(e => KindOf(e) is not null);
        if (KindOf(worst) is not { } kind)
            return null;
        bool isMeantForOthers = kind is not (LeakKind.NeverTaken or LeakKind.CalledOff) && (places is null ||
            (returns.Count > 0 && IsMeantForCaller(returns, endings) && !IsOutOfReach(target, returns, endings, method)) ||
            _releasers.IsGivenBackElsewhere(key, _type, method, code.Syntax));
        return isMeantForOthers ? null : Make(kind, worst);
    }

    private static bool IsInOtherLoop(SyntaxNode giveBack, SyntaxNode take)
    {
        for (SyntaxNode? at = giveBack; at is not (null or MemberDeclarationSyntax); at = at.Parent)
        {
            if (at is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax && !at.Span.Contains(take.Span))
                return true;
        }

        return false;
    }

    /// <summary>Null where the lock was given back.</summary>
    private static LeakKind? KindOf(Ending ending) => ending.State switch
    {
        EndState.NeverTaken => LeakKind.NeverTaken,
        EndState.CalledOff => LeakKind.CalledOff,
        EndState.OutOfReach => LeakKind.OutOfReach,
        EndState.Held when ending.End.Kind == ReturnKind.Throw => LeakKind.Throw,
        EndState.Held when ending.End.Kind == ReturnKind.CalleeThrows => ending.End.Cause is IReturnOperation ? LeakKind.Abandoned : LeakKind.CalleeThrows,
        EndState.Held => LeakKind.Return,
        _ => null,
    };

    /// <summary>The caller gets the lock: nothing that returns has released it, or what it returns says which.</summary>
    private static bool IsMeantForCaller(List<Ending> returns, List<Ending> endings)
    {
        List<Ending> released = endings.Where(e => e.State == EndState.GivenBack && !e.End.IsThrow).ToList();
        return released.Count == 0 || (returns.All(e => e.End.Kind == ReturnKind.Positive) && released.All(e => e.End.Kind == ReturnKind.Negative));
    }

    /// <summary>
    /// No caller can give the lock back: it is private. Either the member makes it itself and also gives it back where it returns; or nothing is returned that
    /// could do it, and where the member fails it gives the lock back itself.
    /// </summary>
    private static bool IsOutOfReach(IOperation target, List<Ending> returns, List<Ending> endings, IMethodSymbol method) =>
        target is IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private, Type.IsReferenceType: true } field } &&
        (endings.Any(e => e.State == EndState.GivenBack && !e.End.IsThrow)
            ? field.IsReadOnly && field.DeclaringSyntaxReferences
                .FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax }
            : (method.ReturnsVoid || LibraryTypes.TaskOfNothing.Contains(method.ReturnType)) && returns.All(e => e.End.Kind == ReturnKind.Nothing));

    /// <summary>
    /// A claim is often kept on purpose. So it must be given back wherever the member returns, and then only an exception out of something awaited counts, or
    /// one that another member catches and goes on; or a thread was to take it over, which could not be started.
    /// </summary>
    private Leak? JudgeClaim(List<Ending> endings, List<Ending> returns, bool isGivenBack, IMethodSymbol method, System.Func<LeakKind, Ending, Leak> make)
    {
        foreach (Ending ending in endings)
        {
            if (ending.State != EndState.Held || !ending.End.IsThrow || ending.End.Cause is not { } cause)
                continue;
            if (_throwers.IsFailingStart(cause) && IsGivenBackByThread(cause, ending.Key))
                return make(LeakKind.NotHandedOver, ending);
            if (isGivenBack && returns.Count == 0 && ending.End.Kind == ReturnKind.CalleeThrows &&
                endings.Any(e => e.State == EndState.GivenBack && !e.End.IsThrow) &&
                (cause is IAwaitOperation
                    ? _throwers.StrengthOf(cause) == ThrowStrength.Strong
                    : _caught.Contain(method) && !_releasers.IsGivenBackByOther(ending.Key, _type, method)))
            {
                return make(LeakKind.CalleeThrows, ending);
            }
        }

        return null;
    }

    /// <summary>
    /// Nor is it kept on purpose where a finally gives it back, and in no other member anybody does, and a return on the way to the try tells the caller no
    /// more than that nothing was done.
    /// </summary>
    private Leak? JudgePassing(
        List<Ending> endings, List<Ending> returns, PairEffects effects, HashSet<IOperation>? places, IMethodSymbol method, IOperation code)
    {
        (IOperation takenBy, LockKey key) = (endings[0].TakenBy, endings[0].Key);
        return places is not null && returns.Count > 0 && returns.TrueForAll(e => e.End.Kind is ReturnKind.Nothing or ReturnKind.Negative) &&
            endings.Exists(e => e.State == EndState.GivenBack && !e.End.IsThrow) && !method.IsDisposal() &&
            _earlyReturns.Find(code, takenBy, places) is { } early && !_releasers.IsGivenBackByOther(key, _type, method)
            ? new Leak(LeakKind.Return, key.Family, takenBy, effects.Record.Targets[takenBy], early, null)
            : null;
    }

    /// <summary>
    /// The code that the thread is made with gives the claim back, or a member that it names does. That it is a thread is known from its start; here a name
    /// serves to find where it was made.
    /// </summary>
    private bool IsGivenBackByThread(IOperation start, LockKey key)
    {
        SyntaxNode? body = start.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (body is null)
            return false;
        List<ArgumentListSyntax> entries = body.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
            .Where(c => c.Type is SimpleNameSyntax { Identifier.ValueText: "Thread" } && c.ArgumentList is not null).Select(c => c.ArgumentList!).ToList();
        return entries.Any(e => _releasers.OfCode(e).GivesBack(key)) ||
            entries.SelectMany(e => e.DescendantNodes()).OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText).Distinct()
            .SelectMany(n => _type.GetMembers(n).OfType<IMethodSymbol>()).Any(m => _releasers.IsKnown(m) && _releasers.Of(m).GivesBack(key));
    }
}
