using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Code that can be walked: a method, accessor, lambda or local function, with the receiver it runs on where that is known.</summary>
internal sealed class CodeBody
{
    public CodeBody(IMethodSymbol method, ControlFlowGraph? graph, Value? receiver)
    {
        Method = method;
        Graph = graph;
        Receiver = receiver;
    }

    public IMethodSymbol Method { get; }

    /// <summary>The control-flow graph of a lambda or local function; null for a method, whose graph is asked for by symbol.</summary>
    public ControlFlowGraph? Graph { get; }

    public Value? Receiver { get; }
}
