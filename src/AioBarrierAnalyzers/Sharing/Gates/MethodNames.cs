using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The words of one method, told by tokens.</summary>
internal sealed class MethodNames
{
    private static readonly HashSet<string> Locking = new() { "Monitor", "Enter", "EnterScope", "Wait", "WaitAsync", "EnterReadLock", "EnterWriteLock" };

    private MethodNames(HashSet<string> identifiers, bool hasLoop, bool hasLock)
    {
        Identifiers = identifiers;
        HasLoop = hasLoop;
        HasLock = hasLock;
    }

    public HashSet<string> Identifiers { get; }

    public bool HasLoop { get; }

    public bool HasLock { get; }

    [MethodImpl(HotPath.Optimized)]
    public static MethodNames Of(IMethodSymbol method, CancellationToken cancellation)
    {
        var identifiers = new HashSet<string>();
        bool hasLoop = false;
        bool hasLock = false;
        foreach (SyntaxToken token in method.DeclaringSyntaxReferences[0].GetSyntax(cancellation).DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken:
                    hasLock |= identifiers.Add(token.ValueText) && Locking.Contains(token.ValueText);
                    break;
                case SyntaxKind.WhileKeyword or SyntaxKind.ForKeyword or SyntaxKind.ForEachKeyword or SyntaxKind.DoKeyword or SyntaxKind.GotoKeyword:
                    hasLoop = true;
                    break;
                case SyntaxKind.LockKeyword:
                    hasLock = true;
                    break;
            }
        }

        return new MethodNames(identifiers, hasLoop, hasLock);
    }
}
