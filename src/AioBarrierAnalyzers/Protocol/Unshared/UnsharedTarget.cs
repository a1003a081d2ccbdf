using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Unshared;

/// <summary>An atomic or volatile operation on a variable, or a part of one, that nobody else can reach.</summary>
internal sealed class UnsharedTarget
{
    public UnsharedTarget(IInvocationOperation call, ISymbol variable, bool isPart)
    {
        Call = call;
        Variable = variable;
        IsPart = isPart;
    }

    public IInvocationOperation Call { get; }

    /// <summary>A local, or a parameter that is passed by value.</summary>
    public ISymbol Variable { get; }

    /// <summary>The operation is on a field of the structure in the variable.</summary>
    public bool IsPart { get; }
}
