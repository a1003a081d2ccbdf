using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Naming;

/// <summary>Adds a using directive where the file keeps its own, in its order, with the file's header left on top.</summary>
internal static class UsingInsertion
{
    /// <summary>The directive would make no other name of the file ambiguous, and its place is no matter of conditional compilation.</summary>
    public static bool IsSafe(FixSite site, string name)
    {
        var home = Home(site.Root, site.Primary);
        if (home is not CompilationUnitSyntax and not BaseNamespaceDeclarationSyntax)
            return false;

        var usings = Usings(home);
        var first = usings.Count > 0 ? usings[0].GetFirstToken() : site.Root.GetFirstToken();
        var end = usings.Count > 0 ? usings.Last().GetLastToken().GetNextToken() : first;
        for (var token = first; ; token = token.GetNextToken())
        {
            if (token.LeadingTrivia.Any(IsConditional))
                return false;
            if (token == end || token.RawKind == 0)
                break;
        }

        // The merged namespace: its types come from more than one assembly.
        var space = name.Split('.').Aggregate(
            (INamespaceSymbol?)site.Model.Compilation.GlobalNamespace,
            (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));
        var names = new HashSet<string>(space?.GetTypeMembers().Select(type => type.Name) ?? Enumerable.Empty<string>());
        return !site.Root.DescendantNodes().OfType<SimpleNameSyntax>().Any(node =>
            names.Contains(node.Identifier.ValueText)
            && (node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax) || IsLeft(node))
            && site.Model.GetSymbolInfo(node).Symbol is INamedTypeSymbol { ContainingType: null } type
            && !ThreadingCall.IsThreadingNamespace(type.ContainingNamespace));
    }

    public static SyntaxNode Add(FixSite site, SyntaxNode newRoot, string name)
    {
        // Edits neither add nor remove namespaces, so that a namespace is found again by its place among them.
        var home = Home(site.Root, site.Primary);
        var now = home is CompilationUnitSyntax ? newRoot : Namespaces(newRoot)[Namespaces(site.Root).IndexOf((BaseNamespaceDeclarationSyntax)home)];
        return newRoot.ReplaceNode(now, WithUsing(now, name, StatementTrivia.EndOfLine(newRoot)));
    }

    /// <summary>The file's own place of usings: the file, unless only the namespace around the site has any.</summary>
    private static SyntaxNode Home(SyntaxNode root, SyntaxNode site) =>
        root is CompilationUnitSyntax { Usings.Count: 0 }
            ? site.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(space => space.Usings.Count > 0) ?? root
            : root;

    private static SyntaxNode WithUsing(SyntaxNode home, string name, SyntaxTrivia endOfLine)
    {
        var usings = Usings(home);
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(endOfLine);
        if (usings.Count == 0)
            return WithFirstUsing((CompilationUnitSyntax)home, directive, endOfLine);

        var index = Index(usings, name);
        var neighbour = usings[Math.Min(index, usings.Count - 1)];
        if (index == 0)
        {
            // What stands above the first directive is the head of the file.
            directive = directive.WithLeadingTrivia(neighbour.GetLeadingTrivia());
            usings = usings.Replace(neighbour, neighbour.WithLeadingTrivia(Indentation(neighbour)));
        }
        else
        {
            directive = directive.WithLeadingTrivia(Indentation(neighbour));
        }

        return WithUsings(home, usings.Insert(index, directive));
    }

    private static SyntaxNode WithFirstUsing(CompilationUnitSyntax unit, UsingDirectiveSyntax directive, SyntaxTrivia endOfLine)
    {
        if (unit.Externs.Count > 0 || unit.Members.Count == 0)
            return unit.WithUsings(SyntaxFactory.SingletonList(directive.WithTrailingTrivia(endOfLine, endOfLine)));

        // A comment belongs to the file where an empty line, or a namespace, separates it from the first type.
        var first = unit.GetFirstToken();
        var trivia = first.LeadingTrivia;
        var head = unit.AttributeLists.Count == 0 && unit.Members[0] is BaseNamespaceDeclarationSyntax
            ? trivia.Count
            : StatementTrivia.AfterLastBlankLine(trivia);
        var rest = unit.ReplaceToken(first, first.WithLeadingTrivia(trivia.Skip(head)));
        return rest.WithUsings(SyntaxFactory.SingletonList(
            directive.WithLeadingTrivia(trivia.Take(head)).WithTrailingTrivia(endOfLine, endOfLine)));
    }

    /// <summary>Behind the last directive that sorts before it; System comes first, as the formatter has it.</summary>
    private static int Index(SyntaxList<UsingDirectiveSyntax> usings, string name)
    {
        var index = 0;
        for (var i = 0; i < usings.Count; i++)
        {
            var text = usings[i].Name?.ToString() ?? string.Empty;
            var isPlain = usings[i].Alias is null && usings[i].StaticKeyword.RawKind == 0;
            if (usings[i].GlobalKeyword.RawKind != 0 || (isPlain && IsSystem(text) && string.Compare(text, name, StringComparison.OrdinalIgnoreCase) < 0))
                index = i + 1;
        }

        return index;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsConditional(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.IfDirectiveTrivia) || trivia.IsKind(SyntaxKind.ElifDirectiveTrivia)
        || trivia.IsKind(SyntaxKind.ElseDirectiveTrivia) || trivia.IsKind(SyntaxKind.EndIfDirectiveTrivia);

    private static bool IsLeft(SyntaxNode node) =>
        node.Parent is QualifiedNameSyntax qualified ? qualified.Left == node : node.Parent is MemberAccessExpressionSyntax access && access.Expression == node;

    private static IEnumerable<SyntaxTrivia> Indentation(SyntaxNode node) =>
        node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));

    private static List<BaseNamespaceDeclarationSyntax> Namespaces(SyntaxNode root) => root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().ToList();

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxNode home) =>
        home is CompilationUnitSyntax unit ? unit.Usings : ((BaseNamespaceDeclarationSyntax)home).Usings;

    private static SyntaxNode WithUsings(SyntaxNode home, SyntaxList<UsingDirectiveSyntax> usings) =>
        home is CompilationUnitSyntax unit ? unit.WithUsings(usings) : ((BaseNamespaceDeclarationSyntax)home).WithUsings(usings);
}
