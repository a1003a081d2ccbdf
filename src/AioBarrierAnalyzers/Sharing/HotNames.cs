using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
        bool isMarked = AddMarked(root, names);
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
    private static bool AddMarked(SyntaxNode root, HashSet<string> names)
    {
        bool isMarked = false;
        SyntaxToken token = root.GetFirstToken();
        for (; !token.IsKind(SyntaxKind.None) && !token.IsKind(SyntaxKind.EndOfFileToken); token = token.GetNextToken())
        {
            if (token.IsKind(SyntaxKind.LockKeyword) && token.Parent is LockStatementSyntax section)
            {
                names.UnionWith(UsedBehindSection(section, section.Span.End, section.SpanStart));
            }
            else if (token.IsKind(SyntaxKind.VolatileKeyword) && token.Parent is FieldDeclarationSyntax field)
            {
                names.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                isMarked = true;
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
                        names.UnionWith(StartedBeforeStores(token));
                        break;
                    case "Timer" or "Start" or "Change" or "EnableRaisingEvents":
                        names.UnionWith(StartedBeforeStores(token));
                        break;
                    case "Exit" when token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Monitor" } }:
                        names.UnionWith(UsedBehindSection(token.Parent, token.SpanStart, 0));
                        break;
                    case "Resize" or "Copy" or "BlockCopy" or "CopyTo" or "Return" or "Free" or "FreeHGlobal" when token.Parent?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access:
                        names.UnionWith(BuffersIn(call, access));
                        break;
                    case "Unsafe" or "MemoryMarshal":
                        names.Add(token.ValueText);
                        break;
                }
            }
        }

        return isMarked;
    }

    /// <summary>What a call copies, replaces or gives back: fields, as far as a name tells.</summary>
    private static IEnumerable<string> BuffersIn(InvocationExpressionSyntax call, MemberAccessExpressionSyntax access)
    {
        IEnumerable<SyntaxNode> operands = access.Name.Identifier.ValueText == "CopyTo" ? new SyntaxNode[] { access.Expression } : call.ArgumentList.Arguments;
        return operands.SelectMany(o => o.DescendantNodesAndSelf()).OfType<IdentifierNameSyntax>().Select(i => i.Identifier.ValueText).Where(n => n.Length > 1 && n[0] == '_');
    }

    /// <summary>The tables to which a critical section adds an object that the method goes on using behind it, or from which it takes one out to remove it later.</summary>
    private static IEnumerable<string> UsedBehindSection(SyntaxNode section, int end, int start)
    {
        if (section.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { Body: { } body })
            yield break;
        foreach (SyntaxNode node in body.DescendantNodes(TextSpan.FromBounds(System.Math.Max(start, body.SpanStart), end)))
        {
            (ExpressionSyntax? table, SyntaxNode? item) = node switch
            {
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Insert" or "Enqueue" or "TryGetValue" } call, ArgumentList.Arguments: { Count: > 0 } arguments }
                    => (call.Expression, (SyntaxNode)arguments.Last()),
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } assignment => (element.Expression, assignment.Right),
                _ => default,
            };
            if (table is IdentifierNameSyntax { Identifier.ValueText: var name } && item?.GetLastToken() is { RawKind: (int)SyntaxKind.IdentifierToken } used &&
                body.DescendantNodes(TextSpan.FromBounds(end, body.Span.End)).OfType<MemberAccessExpressionSyntax>()
                    .Any(m => m.SpanStart >= end && m.Expression is IdentifierNameSyntax { Identifier.ValueText: var again } && again == used.ValueText))
            {
                yield return name;
            }
        }
    }

    /// <summary>The methods handed to a thread, timer or event in a body that still stores something afterwards: they may see it too late.</summary>
    private static IEnumerable<string> StartedBeforeStores(SyntaxToken starter)
    {
        if (starter.Parent?.FirstAncestorOrSelf<SyntaxNode>(n => n is BaseMethodDeclarationSyntax) is not BaseMethodDeclarationSyntax { Body: { } body } ||
            starter.Parent.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Parent != body)
        {
            return Enumerable.Empty<string>();
        }

        return body.Statements.Skip(body.Statements.IndexOf(statement) + 1).Any(IsStore)
            ? body.Statements.SelectMany(s => s.DescendantNodes()).SelectMany(Handed)
            : Enumerable.Empty<string>();
    }

    private static bool IsStore(StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: not LiteralExpressionSyntax }
    };

    /// <summary>What is named as an argument or a handler without being called; or called by a lambda that does nothing else.</summary>
    private static IEnumerable<string> Handed(SyntaxNode node)
    {
        ExpressionSyntax? handed = node switch
        {
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } argument => argument.Expression,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } subscription => subscription.Right,
            _ => null,
        };
        if (handed is LambdaExpressionSyntax { Body: InvocationExpressionSyntax call })
            handed = call.Expression;
        else if (node is ArgumentSyntax && handed is IdentifierNameSyntax { Identifier.ValueText: var name } && !(name.Length > 0 && char.IsUpper(name[0])))
            handed = null;
        return (handed as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText is { } member ? new[] { member }
            : handed is IdentifierNameSyntax { Identifier.ValueText: var method } ? new[] { method } : System.Array.Empty<string>();
    }

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
