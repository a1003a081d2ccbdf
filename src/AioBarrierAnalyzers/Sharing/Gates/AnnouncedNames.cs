using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Finds, by tokens alone, the collections to which a critical section adds before an atomic operation says, behind the section, that there is something: what
/// the other thread looks at before it clears that mark matters, in however long a helper it does so.
/// </summary>
internal static class AnnouncedNames
{
    private static readonly HashSet<string> Additions = new() { "Add", "AddLast", "AddFirst", "Insert", "Enqueue", "Push" };

    public static IEnumerable<string> Of(LockStatementSyntax section)
    {
        if (section.Parent is not BlockSyntax block)
            return Enumerable.Empty<string>();
        List<string> names = section.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static c => c.Expression)
            .OfType<MemberAccessExpressionSyntax>().Where(static a => Additions.Contains(a.Name.Identifier.ValueText))
            .Select(static a => a.Expression).OfType<IdentifierNameSyntax>().Select(static n => n.Identifier.ValueText).ToList();
        return names.Count > 0 && block.Statements.Any(s => s.SpanStart > section.SpanStart && Announces(s)) ? names : Enumerable.Empty<string>();
    }

    private static bool Announces(StatementSyntax statement) => HasInterlocked(statement) || statement is ExpressionStatementSyntax
    {
        Expression: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var helper } },
    } && statement.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && type.Members.Any(
        m => m is MethodDeclarationSyntax method && method.Identifier.ValueText == helper && HasInterlocked(method));

    private static bool HasInterlocked(SyntaxNode code) =>
        code.DescendantTokens().Any(static t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == "Interlocked");
}
