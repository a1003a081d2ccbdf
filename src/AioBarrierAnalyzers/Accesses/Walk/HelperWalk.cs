using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Finds the code that a call runs, and walks it where the call stands.</summary>
internal sealed class HelperWalk
{
    /// <summary>Helpers are followed through so many calls; deeper ones are unknown calls, but for a property, which is as good as what it shows.</summary>
    public const int MaxDepth = 4;

    private readonly MemberWalk _walk;

    public HelperWalk(MemberWalk walk) => _walk = walk;

    /// <summary>The code that a call runs; null where it is not in the source or not known for certain.</summary>
    [MethodImpl(HotPath.Optimized)]
    public CodeBody? CodeOf(IMethodSymbol method, Value? receiver, IOperation call)
    {
        method = method.ReducedFrom ?? method;
        if (method.MethodKind == MethodKind.LocalFunction)
            return CodeOfLocal(method.OriginalDefinition);
        if (!_walk.Context.IsInSource(method))
            return null;
        if ((method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface) && !IsOfBase(call))
        {
            INamedTypeSymbol? runtimeType = receiver switch
            {
                Value.Given { Symbol: INamedTypeSymbol type } => type,
                Value.Made { Type: INamedTypeSymbol made } => made,
                Value.Given { Symbol: IParameterSymbol { Type.SpecialType: SpecialType.System_Object } } when IsOfJudgedType(method) => _walk.Context.Type,
                _ => method.ContainingType.IsSealed || method.IsSealed ? method.ContainingType : null,
            };
            if (runtimeType is null || Overrides.Find(runtimeType, method) is not { } target)
                return null;
            method = target;
        }

        return new CodeBody(method, null, receiver);
    }

    private CodeBody? CodeOfLocal(IMethodSymbol function)
    {
        for (Activation? at = _walk.Activation; at is not null; at = at.Caller)
        {
            for (ControlFlowGraph? graph = at.Graph; graph is not null; graph = graph.Parent)
            {
                // A generic function is called by a constructed symbol, and the graph knows only the declared one.
                if (graph.LocalFunctions.FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f, function)) is { } declared)
                    return new CodeBody(declared, graph.GetLocalFunctionControlFlowGraph(declared), at.Receiver);
            }
        }

        return null;
    }

    /// <summary>Called by <c>base</c>: the method that is named, and no override of it.</summary>
    private static bool IsOfBase(IOperation call) =>
        ((call as IInvocationOperation)?.Instance ?? (call as IMemberReferenceOperation)?.Instance)?.Syntax is BaseExpressionSyntax;

    /// <summary>What a callback is handed as its state and casts to the type that is judged is taken for one of just this type, as the object is.</summary>
    private bool IsOfJudgedType(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, _walk.Context.Type.OriginalDefinition);

    /// <summary>
    /// Walks code in place; gives where it returns and with what, or null where it is not followed: it runs already, lies too deep, or cannot matter.
    /// </summary>
    [MethodImpl(HotPath.Optimized)]
    public WalkExits? Inline(CodeBody body, List<Value> arguments, IOperation operation)
    {
        Activation caller = _walk.Activation;
        IMethodSymbol method = body.Method.OriginalDefinition;
        if (caller.Frame.IsActive(method) || (body.Graph is null && !_walk.Context.IsWorthFollowing(method)))
            return null;
        if (caller.Frame.Depth >= MaxDepth + (method.MethodKind == MethodKind.PropertyGet ? 1 : 0))
        {
            NoteTooDeep(caller);
            return null;
        }

        GraphFacts? facts = body.Graph is null ? _walk.Context.Bodies.Get(method, _walk.Cancellation) : _walk.Context.Bodies.FactsOf(body.Graph);
        if (facts is null)
            return null;
        method = method.PartialImplementationPart ?? method;
        for (int i = 0; i < method.Parameters.Length; i++)
            _walk.State = _walk.State.With(method.Parameters[i], i < arguments.Count ? arguments[i] : Value.Unknown.Instance);

        Activation helper = caller.Call(method, facts, body.Receiver, operation.Syntax, _walk.State.Locks);
        int room = MemberWalk.MaxNodes - _walk.Graph.NodeCount;
        if (!_walk.Context.Oversized.MayFit(helper.Frame, room))
        {
            _walk.Graph.IsTruncated = true;
            return default(WalkExits);
        }

        WalkExits exits = _walk.Run(helper);
        if (_walk.IsGivenUp)
            _walk.Context.Oversized.Note(helper.Frame, room);
        if (method.IsAsync && !helper.Locks.IsEmpty)
            exits = AsyncLocks.BackInCaller(exits, helper.Locks);
        if (exits.Count > 1 && helper.Conditions.Count > 0 && exits.Any(static e => e.Value is not Value.Constant { Content: bool }))
        {
            // What it gives depends on which way it went; a certain answer stays one.
            Value[] conditions = helper.Conditions.ToArray();
            exits = exits.Map(e => e.Value is Value.Constant { Content: bool }
                ? e
                : new WalkExit(e.Node, e.State, new Value.Derived(false, false, new[] { e.Value }.Concat(conditions).ToArray())));
        }
        else if (exits.Count > 1)
        {
            foreach (Value condition in helper.Conditions)
                caller.AddCondition(condition);
        }

        return exits;
    }

    /// <summary>
    /// What was not seen below these helpers will be when each is walked by itself, with the locks that it is called with: the same ones at every call.
    /// </summary>
    private void NoteTooDeep(Activation deepest)
    {
        for (Activation? at = deepest; at is { Frame.Depth: > 1 }; at = at.Caller)
        {
            if (at.Frame.Method.MethodKind == MethodKind.Ordinary && at.Receiver is Value.Given { Symbol: INamedTypeSymbol })
                _walk.TooDeep.Add(at.Frame.Method, at.Locks);
        }
    }
}
