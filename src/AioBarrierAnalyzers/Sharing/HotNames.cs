using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>
/// The names in one file for which there may be evidence: volatile fields, what is handed to Volatile and Interlocked, flags, thread-safe
/// collections and pointers. Found by tokens alone, before anything is bound: a member that uses none of them takes part in no protocol.
/// </summary>
internal static class HotNames
{
    private static readonly HashSet<string> Integers = new() { "int", "long", "uint", "ulong", "short", "byte", "nint", "nuint" };

    public static HashSet<string> Of(SyntaxTree tree, CancellationToken cancellation)
    {
        var names = new HashSet<string>();
        SyntaxNode root = tree.GetRoot(cancellation);
        bool isMarked = AddMarked(root, names, out bool isLocked);
        if (isLocked)
            names.UnionWith(LockedNames.Of(root, cancellation));
        foreach (SyntaxNode member in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword) &&
                    IsHot(field.Declaration.Type, field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword), isMarked):
                    names.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    break;
                case PropertyDeclarationSyntax property when property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) == true &&
                    IsHot(property.Type, isReadOnly: false, isMarked):
                    names.Add(property.Identifier.ValueText);
                    break;
            }
        }

        return names;
    }

    private static bool IsHot(TypeSyntax type, bool isReadOnly, bool isMarked)
    {
        if (type is PointerTypeSyntax)
            return true;
        string text = type is GenericNameSyntax generic ? generic.Identifier.ValueText : type.ToString();
        if (text.StartsWith("Concurrent", System.StringComparison.Ordinal) || text == "Channel")
            return true;

        // Where nothing in the file is marked, plain indices and counts are all that a protocol can be made of.
        return !isReadOnly && (text == "bool" || (!isMarked && Integers.Contains(text)));
    }

    /// <summary>Adds what is declared volatile, or handed by reference to an atomic or volatile operation.</summary>
    private static bool AddMarked(SyntaxNode root, HashSet<string> names, out bool isLocked)
    {
        bool isMarked = false;
        isLocked = false;
        SyntaxToken token = root.GetFirstToken();
        for (; !token.IsKind(SyntaxKind.None) && !token.IsKind(SyntaxKind.EndOfFileToken); token = token.GetNextToken())
        {
            if (token.IsKind(SyntaxKind.VolatileKeyword) && token.Parent is FieldDeclarationSyntax field)
            {
                names.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                isMarked = true;
            }
            else if (token.IsKind(SyntaxKind.LockKeyword))
            {
                isLocked = true;
            }
            else if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                switch (token.ValueText)
                {
                    case "Volatile" or "Interlocked" or "VolatileRead" or "VolatileWrite":
                        isMarked = true;
                        if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments })
                            names.UnionWith(arguments[0].DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
                        break;
                    case "MemoryBarrier":
                        isMarked = true;
                        break;
                    case "Thread" or "Run" or "StartNew" or "QueueUserWorkItem":
                        names.UnionWith(WaitedForInLambda(token));
                        break;
                    case "Monitor" or "Enter" or "TryEnter" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" or "SemaphoreSlim":
                        isLocked = true;
                        break;
                    case "GuardedBy" or "GuardedByAttribute" when token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is FieldDeclarationSyntax or PropertyDeclarationSyntax:
                        names.UnionWith(NamesOf(token.Parent.FirstAncestorOrSelf<MemberDeclarationSyntax>()!));
                        break;
                    case "Unsafe" or "MemoryMarshal":
                        names.Add(token.ValueText);
                        break;
                }
            }
        }

        return isMarked;
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
        _ => Enumerable.Empty<string>(),
    };

    /// <summary>What a loop goes on for in a lambda that is handed to another thread: a local, perhaps, that the two share.</summary>
    private static IEnumerable<string> WaitedForInLambda(SyntaxToken starter)
    {
        SyntaxNode? call = starter.Parent is { } name ? name.FirstAncestorOrSelf<SyntaxNode>(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or StatementSyntax) : null;
        ArgumentListSyntax? arguments = (call as InvocationExpressionSyntax)?.ArgumentList ?? (call as BaseObjectCreationExpressionSyntax)?.ArgumentList;
        return arguments is null
            ? Enumerable.Empty<string>()
            : arguments.Arguments.Select(a => a.Expression).OfType<AnonymousFunctionExpressionSyntax>().SelectMany(l => l.DescendantNodes()).OfType<WhileStatementSyntax>()
                .SelectMany(w => w.Condition.DescendantTokens()).Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText);
    }
}
