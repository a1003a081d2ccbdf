using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>What a rule has found: where, in which words, and what repairs it.</summary>
internal sealed class Finding
{
    public Finding(DiagnosticDescriptor rule, SyntaxNode primary, EditHint edit, SyntaxNode? anchor, IReadOnlyList<SyntaxNode> partners,
        params object[] arguments)
    {
        Rule = rule;
        Primary = primary;
        Edit = edit;
        Anchor = anchor;
        Partners = partners;
        Arguments = arguments;
    }

    public DiagnosticDescriptor Rule { get; }

    /// <summary>The access, or the call that leads to it.</summary>
    public SyntaxNode Primary { get; }

    public EditHint Edit { get; }

    /// <summary>The other access in the same member, for the edit.</summary>
    public SyntaxNode? Anchor { get; }

    /// <summary>What a lock must be held for, where the edit takes one; the anchor is then the lock.</summary>
    public LockedStep? Step { get; init; }

    /// <summary>The accesses of the other thread.</summary>
    public IReadOnlyList<SyntaxNode> Partners { get; }

    public object[] Arguments { get; }
}
