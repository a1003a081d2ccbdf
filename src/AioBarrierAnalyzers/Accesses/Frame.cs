using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses;

/// <summary>Where an event happens: in the member itself, or in a helper inlined into it, told by the calls that lead there.</summary>
internal sealed class Frame
{
    public Frame(IMethodSymbol method, Frame? caller, SyntaxNode? callSite, Value? receiver)
    {
        Method = method;
        Receiver = receiver;
        Caller = caller;
        CallSite = callSite;
        Depth = caller is null ? 0 : caller.Depth + 1;
    }

    public IMethodSymbol Method { get; }

    /// <summary>What <c>this</c> is; null for a static method.</summary>
    public Value? Receiver { get; }

    public Frame? Caller { get; }

    /// <summary>The call in the caller that led here; null in the member itself.</summary>
    public SyntaxNode? CallSite { get; }

    /// <summary>So many calls lie between the member and the frame.</summary>
    public int Depth { get; }

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
