using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The words of one method, told by its text: thousands of methods are asked for, and only a few are bound.</summary>
internal sealed class MethodNames
{
    private static readonly HashSet<string> Locking = new() { "Monitor", "Enter", "EnterScope", "Wait", "WaitAsync", "EnterReadLock", "EnterWriteLock" };

    private static readonly HashSet<string> Loops = new() { "while", "for", "foreach", "do", "goto" };

    private MethodNames(HashSet<string> identifiers, bool hasLoop, bool hasLock)
    {
        Identifiers = identifiers;
        HasLoop = hasLoop;
        HasLock = hasLock;
    }

    /// <summary>The identifiers; keywords may be among them, which name nothing.</summary>
    public HashSet<string> Identifiers { get; }

    public bool HasLoop { get; }

    public bool HasLock { get; }

    public static MethodNames Of(IMethodSymbol method, CancellationToken cancellation)
    {
        SyntaxReference declaration = method.DeclaringSyntaxReferences[0];
        return OfText(FileText.Of(declaration.SyntaxTree, cancellation), declaration.Span) ?? OfTokens(declaration.GetSyntax(cancellation));
    }

    /// <summary>Null where the words cannot be told without the tokens.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static MethodNames? OfText(string text, TextSpan code)
    {
        var known = new WordTable<bool>();
        var words = new HashSet<string>();
        bool hasLoop = false;
        bool hasLock = false;
        var reader = new CodeReader(text, code.Start, code.End);
        while (reader.MoveNext())
        {
            bool isName = reader.Start > 0 && text[reader.Start - 1] == '@';
            if (!isName && known.TryFind(text, reader.Start, reader.Length, out _, out _))
                continue;
            string word = text.Substring(reader.Start, reader.Length);
            words.Add(word);
            if (isName)
                continue;
            known.Add(word, true);
            hasLoop |= Loops.Contains(word);
            hasLock |= word == "lock";
        }

        return reader.IsGivenUp ? null : new MethodNames(words, hasLoop, hasLock || words.Overlaps(Locking));
    }

    [MethodImpl(HotPath.Optimized)]
    public static MethodNames OfTokens(SyntaxNode declaration)
    {
        var identifiers = new HashSet<string>();
        bool hasLoop = false;
        bool hasLock = false;
        foreach (SyntaxToken token in declaration.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
                identifiers.Add(token.ValueText);
            else if (token.IsKeyword() && token.ValueText is var keyword)
                (hasLoop, hasLock) = (hasLoop || Loops.Contains(keyword), hasLock || keyword == "lock");
        }

        return new MethodNames(identifiers, hasLoop, hasLock || identifiers.Overlaps(Locking));
    }
}
