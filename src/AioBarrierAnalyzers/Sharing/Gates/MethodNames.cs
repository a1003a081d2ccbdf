using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The words of one method.</summary>
internal sealed class MethodNames
{
    private static readonly HashSet<string> Locking = new() { "Monitor", "Enter", "EnterScope", "Wait", "WaitAsync", "EnterReadLock", "EnterWriteLock" };

    private static readonly HashSet<string> Loops = new() { "while", "for", "foreach", "do", "goto" };

    /// <param name="identifiers">The identifiers, each at least once; keywords may be among them.</param>
    /// <param name="keywords">The keywords; identifiers may be among them.</param>
    public MethodNames(IReadOnlyCollection<string> identifiers, IEnumerable<string> keywords)
    {
        Identifiers = new HashSet<string>(identifiers);
        HasLock = UseAnyOf(Locking);
        foreach (string keyword in keywords)
        {
            HasLoop |= Loops.Contains(keyword);
            HasLock |= keyword == "lock";
            UsesBase |= keyword == "base";
        }
    }

    /// <summary>The identifiers; keywords may be among them, which name nothing.</summary>
    public HashSet<string> Identifiers { get; }

    public bool HasLoop { get; }

    public bool HasLock { get; }

    public bool UsesBase { get; }

    public bool UseAnyOf(HashSet<string> names) => Use(1, names);

    public bool UseSeveralOf(HashSet<string> names) => Use(2, names);

    private bool Use(int least, HashSet<string> names)
    {
        // The set's own enumerator, and the smaller set: this is asked of every method.
        (HashSet<string> few, HashSet<string> many) = names.Count < Identifiers.Count ? (names, Identifiers) : (Identifiers, names);
        foreach (string name in few)
        {
            if (many.Contains(name) && --least == 0)
                return true;
        }

        return false;
    }

    public static MethodNames OfTokens(SyntaxNode declaration)
    {
        var identifiers = new List<string>();
        var keywords = new List<string>();
        foreach (SyntaxToken token in declaration.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                identifiers.Add(token.ValueText);
            else if (token.IsKeyword())
                keywords.Add(token.ValueText);
        }

        return new MethodNames(identifiers, keywords);
    }
}
