using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// Which code gives a lock back, told by names alone: a helper, a lambda, another member. Used only to be silent, so a name that stands for something else
/// costs a finding and never makes one.
/// </summary>
internal sealed class Releasers
{
    /// <summary>Helpers are looked into this deep.</summary>
    private const int MaxDepth = 3;

    private static readonly HashSet<string> GiveNames = new()
    {
        "Exit", "Release", "ReleaseMutex", "ExitReadLock", "ExitWriteLock", "ExitUpgradeableReadLock", "ReleaseReaderLock", "ReleaseWriterLock", "ReleaseLock",
    };

    private static readonly HashSet<string> TakeNames = new()
    {
        "Enter", "TryEnter", "Wait", "WaitAsync", "WaitOne",
        "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "TryEnterReadLock", "TryEnterWriteLock",
        "TryEnterUpgradeableReadLock", "AcquireReaderLock", "AcquireWriterLock",
    };

    private readonly Dictionary<ISymbol, ReleaseScan> _known = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellation;

    public Releasers(CancellationToken cancellation) => _cancellation = cancellation;

    public bool IsKnown(IMethodSymbol method) => method.DeclaringSyntaxReferences.Length > 0;

    public ReleaseScan Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (_known.TryGetValue(method, out ReleaseScan? known))
            return known;
        var scan = new ReleaseScan();
        _known.Add(method, scan);
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
            Scan(reference.GetSyntax(_cancellation), method.ContainingType, scan, 0);
        return scan;
    }

    public ReleaseScan OfCode(SyntaxNode code)
    {
        var scan = new ReleaseScan();
        Scan(code, null, scan, MaxDepth);

        // What it calls is looked for by name in the type around it.
        if (code.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            var called = new HashSet<string>(code.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(i => NameOf(i.Expression) ?? string.Empty));
            foreach (MethodDeclarationSyntax method in type.Members.OfType<MethodDeclarationSyntax>().Where(m => called.Contains(m.Identifier.ValueText)))
                Scan(method, null, scan, MaxDepth);
        }

        return scan;
    }

    /// <summary>Whether some member of a type, other than those that a member calls, gives a lock back that it did not take.</summary>
    public bool IsGivenBackElsewhere(LockKey key, INamedTypeSymbol type, IMethodSymbol except, SyntaxNode exceptCode)
    {
        var called = new HashSet<string>(exceptCode.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(IsOwnCall)
            .Select(i => NameOf(i.Expression) ?? string.Empty));
        return type.Outermost().WithNested().SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Any(m =>
            !m.IsImplicitlyDeclared && !SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, except.OriginalDefinition) && !called.Contains(m.Name) &&
            IsKnown(m) && Of(m).GivesBack(key));
    }

    /// <summary>Whether the code of some other member itself gives it back: whom it calls for that is another one, but for a helper of its own.</summary>
    public bool IsGivenBackByOther(LockKey key, INamedTypeSymbol type, IMethodSymbol except)
    {
        foreach (IMethodSymbol method in type.Outermost().WithNested().SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()))
        {
            if (method.IsImplicitlyDeclared || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, except.OriginalDefinition) ||
                IsHelperOf(except, method, type))
            {
                continue;
            }

            var scan = new ReleaseScan();
            foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
                Scan(reference.GetSyntax(_cancellation), null, scan, MaxDepth);
            if (scan.GivesBack(key))
                return true;
        }

        return false;
    }

    /// <summary>A private method that nobody else calls.</summary>
    private bool IsHelperOf(IMethodSymbol caller, IMethodSymbol method, INamedTypeSymbol type) =>
        method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } &&
        DeclaredMethods.With(new[] { method.Name }, type.Outermost(), _cancellation).Where(m => !SymbolEqualityComparer.Default.Equals(m, method)).ToList()
            is { Count: 1 } callers && SymbolEqualityComparer.Default.Equals(callers[0], caller.OriginalDefinition);

    private void Scan(SyntaxNode code, INamedTypeSymbol? type, ReleaseScan scan, int depth)
    {
        foreach (SyntaxNode node in code.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax assignment when NameOf(assignment.Left) is { } stored:
                    scan.Stores.Add(stored);
                    break;
                case InvocationExpressionSyntax call when NameOf(call.Expression) is { } name:
                    Note(call, name, scan);
                    if (depth < MaxDepth && type is not null && IsOwnCall(call))
                    {
                        foreach (IMethodSymbol callee in HelpersOf(type, name))
                        {
                            SyntaxNode body = callee.DeclaringSyntaxReferences[0].GetSyntax(_cancellation);
                            if (!body.Contains(code))
                                Scan(body, type, scan, depth + 1);
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>The methods of one name that a type has in the source, what it inherits included.</summary>
    private static IEnumerable<IMethodSymbol> HelpersOf(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? at = type; at is not null && !at.DeclaringSyntaxReferences.IsEmpty; at = at.BaseType)
        {
            foreach (IMethodSymbol method in at.GetMembers(name).OfType<IMethodSymbol>())
            {
                if (method.DeclaringSyntaxReferences.Length > 0)
                    yield return method;
            }
        }
    }

    private static void Note(InvocationExpressionSyntax call, string name, ReleaseScan scan)
    {
        bool isAtomic = name is "Write" or "Exchange" or "CompareExchange" or "Decrement" && call.ArgumentList.Arguments.Count > 0;
        if (!isAtomic && !GiveNames.Contains(name) && !TakeNames.Contains(name))
            return;
        ExpressionSyntax? receiver = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Expression,
            MemberBindingExpressionSyntax when call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access => access.Expression,
            _ => null,
        };
        if (isAtomic || receiver is IdentifierNameSyntax { Identifier.ValueText: "Monitor" })
            receiver = call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList.Arguments[0].Expression : null;
        string? target = receiver is null ? null : NameOf(receiver) ?? ReleaseScan.Any;
        if (target is null)
            return;
        (isAtomic ? scan.Stores : TakeNames.Contains(name) ? scan.Takes : scan.Gives).Add(target);
    }

    private static bool IsOwnCall(InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        GenericNameSyntax generic => generic.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => NameOf(sure.Operand),
        _ => null,
    };
}
