using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>What a lock must be held for so that a step is whole: from one statement to another of one list, or the one expression of a body.</summary>
internal sealed class LockedStep
{
    public LockedStep(SyntaxNode @lock, SyntaxNode first, SyntaxNode last)
    {
        Lock = @lock;
        First = first;
        Last = last;
    }

    /// <summary>What a lock statement of the same file takes, and what means the same at the step.</summary>
    public SyntaxNode Lock { get; }

    public SyntaxNode First { get; }

    public SyntaxNode Last { get; }
}
