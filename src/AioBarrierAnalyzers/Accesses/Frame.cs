using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>One activation of a body during the walk: the member itself, or a helper inlined into it.</summary>
internal sealed class Frame
{
    public Frame(IMethodSymbol method, GraphFacts facts, Value? receiver, Frame? caller, SyntaxNode? callSite, LockSet locks)
    {
        Locks = locks;
        Method = method;
        Facts = facts;
        Receiver = receiver;
        Caller = caller;
        CallSite = callSite;
        Depth = caller is null ? 0 : caller.Depth + 1;
    }

    public IMethodSymbol Method { get; }

    public GraphFacts Facts { get; }

    public ControlFlowGraph Graph => Facts.Graph;

    /// <summary>What <c>this</c> is.</summary>
    public Value? Receiver { get; }

    public Frame? Caller { get; }

    /// <summary>The call in the caller that led here; null in the member itself.</summary>
    public SyntaxNode? CallSite { get; }

    public int Depth { get; }

    /// <summary>The locks that are held where it begins.</summary>
    public LockSet Locks { get; }

    public Dictionary<CaptureId, Value> Captures { get; } = new();

    /// <summary>Where the body returns, and with what.</summary>
    public List<WalkExit> Returns { get; } = new();

    /// <summary>What the body's branches depend on.</summary>
    public List<Value> Conditions { get; } = new();

    public bool IsActive(IMethodSymbol method)
    {
        for (Frame? frame = this; frame is not null; frame = frame.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(frame.Method, method))
                return true;
        }

        return false;
    }
}
