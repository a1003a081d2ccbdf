using AioBarrierAnalyzers.MemoryModel;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol.Fences;

/// <summary>What one operation does to memory that others may see.</summary>
internal readonly struct Step
{
    public static readonly Step Inert = default;

    /// <summary>It reads or writes, or may do so.</summary>
    public static readonly Step Access = new(true, Ordering.None, null);

    private Step(bool isAccess, Ordering ordering, IMethodSymbol? callee)
    {
        IsAccess = isAccess;
        Ordering = ordering;
        Callee = callee;
    }

    public bool IsAccess { get; }

    /// <summary>What it keeps in order as a fence, or as an access that is one besides.</summary>
    public Ordering Ordering { get; }

    /// <summary>The method in the source that it runs; it does what that does.</summary>
    public IMethodSymbol? Callee { get; }

    public static Step Fence(Ordering ordering) => new(false, ordering, null);

    public static Step Call(IMethodSymbol callee) => new(false, Ordering.None, callee);
}
