using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>
/// Finds barriers next to something that keeps all that they keep, with nothing between on any path that memory could tell. They are taken away one by
/// one, so that of two that each make the other needless one stays.
/// </summary>
internal sealed class NeedlessFences
{
    private readonly LockingCode _code;
    private readonly HashSet<SyntaxNode> _removed = new();
    private readonly Dictionary<IMethodSymbol, FencedBody?> _bodies = new(SymbolEqualityComparer.Default);

    private NeedlessFences(LockingCode code) => _code = code;

    public static IReadOnlyList<NeedlessFence> Find(World world)
    {
        var search = new NeedlessFences(world.Locking);
        List<(FencedBody Body, BasicBlock Block, IInvocationOperation Fence, Ordering Ordering)> candidates = world.Fencing.SelectMany(search.BodiesOf)
            .SelectMany(search.CandidatesIn).ToList();

        // Where somebody makes all threads of the process execute a fence, the barriers of the others are part of that agreement.
        if (candidates.Count == 0 || world.Fencing.Any(search.FencesAll))
            return new List<NeedlessFence>();
        var found = new List<NeedlessFence>();
        foreach (bool goesBack in new[] { true, false })
        {
            foreach ((FencedBody body, BasicBlock block, IInvocationOperation fence, Ordering ordering) in candidates)
            {
                if (search._removed.Contains(fence.Syntax))
                    continue;
                IReadOnlyList<IOperation> others = FenceWalk.Run(body, block, fence, ordering, goesBack, search._removed, search.BodyOf);
                if (others.Count == 0)
                    continue;
                search._removed.Add(fence.Syntax);
                found.Add(new NeedlessFence(fence, others, goesBack));
            }
        }

        return found;
    }

    private IEnumerable<FencedBody> BodiesOf(IMethodSymbol method) => BodyOf(method) is { } body ? WithInner(body) : Enumerable.Empty<FencedBody>();

    private FencedBody? BodyOf(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!_bodies.TryGetValue(method, out FencedBody? body))
            _bodies.Add(method,
                body = _code.Bodies.Get(method, _code.Cancellation) is { } facts ? new FencedBody(facts, new Steps(_code.Known, facts, method)) : null);
        return body;
    }

    private IEnumerable<FencedBody> WithInner(FencedBody body)
    {
        yield return body;
        ControlFlowGraph graph = body.Facts.Graph;
        foreach (IFlowAnonymousFunctionOperation lambda in body.Facts.Lambdas)
        {
            foreach (FencedBody inner in WithInner(Inner(graph.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol)))
                yield return inner;
        }

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            foreach (FencedBody inner in WithInner(Inner(graph.GetLocalFunctionControlFlowGraph(function), function)))
                yield return inner;
        }
    }

    private FencedBody Inner(ControlFlowGraph graph, IMethodSymbol function)
    {
        GraphFacts facts = _code.Bodies.FactsOf(graph);
        return new FencedBody(facts, new Steps(_code.Known, facts, function));
    }

    private IEnumerable<(FencedBody Body, BasicBlock Block, IInvocationOperation Fence, Ordering Ordering)> CandidatesIn(FencedBody body)
    {
        foreach (BasicBlock block in body.Facts.Graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                if (block.IsReachable && operation is IExpressionStatementOperation { Operation: IInvocationOperation call } &&
                    OrderingOf(call, body) is var ordering && ordering != Ordering.None)
                {
                    yield return (body, block, call, ordering);
                }
            }
        }
    }

    /// <summary>What a call keeps in order, where it is a barrier and nothing else: one of the library, or a method that only calls one.</summary>
    private Ordering OrderingOf(IInvocationOperation call, FencedBody body)
    {
        if (call.Arguments.Length > 0)
            return Ordering.None;
        Step step = body.Steps.Of(call);
        if (step.Callee is not { ReturnsVoid: true } callee || BodyOf(callee) is not { } inner)
            return step.Ordering;
        var does = inner.Facts.Graph.Blocks.SelectMany(Steps.In).Where(o => o is not (IExpressionStatementOperation or IInstanceReferenceOperation)).ToList();
        return does.Count == 1 && does[0] is IInvocationOperation { Arguments.Length: 0 } only ? inner.Steps.Of(only).Ordering : Ordering.None;
    }

    private bool FencesAll(IMethodSymbol method) => BodiesOf(method).SelectMany(b => b.Facts.Graph.Blocks).SelectMany(Steps.In).Any(
        o => o is IInvocationOperation call && _code.Known.TryGetEffect(call.TargetMethod, out WellKnown.MemberEffect effect) && effect.IsProcessWide);
}
