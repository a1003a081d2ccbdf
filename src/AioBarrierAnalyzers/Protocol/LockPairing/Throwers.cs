using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Which operations count as able to throw between taking a lock and giving it back. Nearly everything can; what counts is what does in correct code:
/// delegates, awaits, cancellation, the start of a thread, input and output, unknown and virtual members. Arithmetic, collections and the rest of the base
/// library are not counted, and neither is the thread pool's queueing.
/// </summary>
internal sealed class Throwers
{
    /// <summary>Helpers are looked into this deep.</summary>
    private const int MaxDepth = 2;

    /// <summary>By custom these do not throw, whoever declares them.</summary>
    private static readonly HashSet<string> Quiet = new()
    {
        "Dispose", "DisposeAsync", "Close", "ToString", "Equals", "GetHashCode", "CompareTo", "Compare", "GetEnumerator",
        "MoveNext", "Reset", "GetType", "Invoke", "ConfigureAwait",
    };

    private static readonly string[] Loud = { "System.IO", "System.Net", "System.Data", "System.Xml", "System.Text.Json", "System.Reflection" };

    private readonly KnownMembers _known;
    private readonly BodyProvider _bodies;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<IMethodSymbol, ThrowStrength> _methods = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ThrowStrength> _awaited = new(SymbolEqualityComparer.Default);

    public Throwers(KnownMembers known, BodyProvider bodies, CancellationToken cancellation)
    {
        _known = known;
        _bodies = bodies;
        _cancellation = cancellation;
    }

    /// <summary>A helper that only throws.</summary>
    public bool NeverReturns(IMethodSymbol method) =>
        LibraryTypes.DoesNotReturnAttribute.Marks(method) ||
        _bodies.NeverReturns(method, _cancellation) ||
        (_known.TryGetEffect(method, out MemberEffect effect) && effect.Role == MemberRole.NoReturn);

    /// <summary>The start of a thread, which fails where there is no memory for it.</summary>
    public bool IsFailingStart(IOperation operation) =>
        operation is IInvocationOperation call && _known.TryGetEffect(call.TargetMethod, out MemberEffect effect) &&
        effect.Role == MemberRole.Start && effect.Is(MemberTraits.MayFail);

    public ThrowStrength StrengthOf(IOperation operation) => StrengthOf(operation, 0);

    /// <summary>What is called or awaited was given a token, or looks at one: it throws where somebody cancels.</summary>
    public bool MayBeCancelled(IOperation operation) => (operation is IAwaitOperation wait ? _known.TaskOf(wait.Operation) : operation) is
        IInvocationOperation call && (call.Arguments.Any(IsToken) || LibraryTypes.CancellationToken.Contains(call.Instance?.Type));

    private static bool IsPlainTask(IOperation awaited) =>
        awaited is IInvocationOperation { TargetMethod: { Name: "Yield" or "Delay", ContainingType: { } type } } call &&
        LibraryTypes.Task.Contains(type) && !call.Arguments.Any(IsToken);

    private static bool IsToken(IArgumentOperation argument) =>
        LibraryTypes.CancellationToken.Contains(argument.Parameter?.Type) && argument.ArgumentKind == ArgumentKind.Explicit &&
        argument.Value is not (IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } });

    private ThrowStrength StrengthOf(IOperation operation, int depth) => operation switch
    {
        IAwaitOperation wait => OfAwait(_known.TaskOf(wait.Operation), depth),

        // Whoever goes through the items may stop here: what is left runs no further than its finally.
        IReturnOperation { Kind: OperationKind.YieldReturn } => ThrowStrength.Strong,
        IInvocationOperation call => OfCall(call, depth),
        IObjectCreationOperation { Constructor: { } constructor } => OfMethod(constructor, depth),
        IPropertyReferenceOperation { Property: { IsVirtual: false, IsAbstract: false, IsOverride: false, GetMethod: { } getter } } => OfMethod(getter, depth),
        _ => ThrowStrength.None,
    };

    private ThrowStrength OfCall(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return ThrowStrength.Strong;
        if (_known.TryGetEffect(method, call.Instance?.Type, out MemberEffect effect))
            return effect.Is(MemberTraits.MayFail) || (effect.IsBlocking && call.Arguments.Any(IsToken)) ? ThrowStrength.Strong : ThrowStrength.None;

        if (Quiet.Contains(method.Name))
            return ThrowStrength.None;
        if (method.Locations.Any(l => l.IsInSource))
        {
            return IsOpen(call) ? ThrowStrength.Weak : OfMethod(method, depth);
        }

        INamespaceSymbol space = method.ContainingNamespace;
        if (NameMatch.IsWithin(space, "System"))
            return Loud.Any(l => NameMatch.IsWithin(space, l)) ? ThrowStrength.Weak : ThrowStrength.None;
        return IsOfLogging(space) ? ThrowStrength.None : ThrowStrength.Weak;
    }

    /// <summary>
    /// What is awaited fails, but for a delay, and for an asynchronous helper in the source that lets nothing out: what its own code calls and awaits is caught
    /// in it.
    /// </summary>
    private ThrowStrength OfAwait(IOperation awaited, int depth)
    {
        if (IsPlainTask(awaited))
            return ThrowStrength.None;
        if (awaited is not IInvocationOperation { TargetMethod.IsAsync: true } call || IsOpen(call) || depth >= MaxDepth)
            return ThrowStrength.Strong;
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (_awaited.TryGetValue(method, out ThrowStrength known))
            return known;
        _awaited[method] = ThrowStrength.Strong;
        bool keepsAll = _bodies.Get(method, _cancellation) is { } facts && KeepsAll(facts.Graph, depth + 1);
        return _awaited[method] = keepsAll ? ThrowStrength.None : ThrowStrength.Strong;
    }

    private bool KeepsAll(ControlFlowGraph graph, int depth)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Rethrow ||
                (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw && !Handlers.KeepAll(block, graph)))
            {
                return false;
            }

            if (GraphFacts.OperationsOf(block).Any(o => StrengthOf(o, depth) != ThrowStrength.None) && !Handlers.KeepAll(block, graph))
                return false;
        }

        return true;
    }

    /// <summary>Which code is called is not known: a derived type may have its own.</summary>
    private static bool IsOpen(IInvocationOperation call) =>
        (call.TargetMethod.IsAbstract ||
            ((call.TargetMethod.IsVirtual || call.TargetMethod.IsOverride) && !call.TargetMethod.IsSealed && !call.TargetMethod.ContainingType.IsSealed)) &&
        call.Instance is not IInstanceReferenceOperation { IsImplicit: false, Syntax.RawKind: (int)SyntaxKind.BaseExpression };

    /// <summary>Libraries that log do not throw, whichever it is.</summary>
    private static bool IsOfLogging(INamespaceSymbol space)
    {
        for (INamespaceSymbol? at = space; at is not null; at = at.ContainingNamespace)
        {
            if (at.Name.Contains("Logging"))
                return true;
        }

        return false;
    }

    private ThrowStrength OfMethod(IMethodSymbol method, int depth)
    {
        method = method.OriginalDefinition;
        if (method.IsAsync || method.DeclaringSyntaxReferences.Length == 0)
            return ThrowStrength.None;
        if (_methods.TryGetValue(method, out ThrowStrength known))
            return known;
        if (depth >= MaxDepth)
            return ThrowStrength.None;
        _methods[method] = ThrowStrength.None;
        ThrowStrength strength = ThrowStrength.None;
        if (_bodies.Get(method, _cancellation) is { } facts)
        {
            foreach (BasicBlock block in facts.Graph.Blocks)
            {
                if (IsCaught(block, facts.Graph))
                    continue;
                if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw)
                    strength = Max(strength, ThrowStrength.Weak);
                foreach (IOperation operation in GraphFacts.OperationsOf(block))
                    strength = Max(strength, StrengthOf(operation, depth + 1));
            }
        }

        return _methods[method] = strength;
    }

    private static ThrowStrength Max(ThrowStrength a, ThrowStrength b) => a > b ? a : b;

    private static bool IsCaught(BasicBlock block, ControlFlowGraph graph)
    {
        foreach (ControlFlowRegion region in Regions.OutwardFrom(block.EnclosingRegion, graph))
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { Kind: ControlFlowRegionKind.TryAndCatch })
                return true;
        }

        return false;
    }
}
