using System.Linq;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Naming;

/// <summary>Spells the types of System.Threading as a file does: by a using directive, or by their full name.</summary>
internal sealed class ThreadingNames
{
    private const string Namespace = "System.Threading";

    private readonly FixSite _site;
    private readonly int _position;
    private bool _needsUsing;

    public ThreadingNames(FixSite site)
    {
        _site = site;
        _position = site.Primary.SpanStart;
    }

    /// <summary>The type as it has to be written at the site.</summary>
    public ExpressionSyntax Type(string name) => SyntaxFactory.ParseExpression(Spell(name));

    /// <summary>A call of a static member of the type.</summary>
    public InvocationExpressionSyntax Call(string type, string method, params ArgumentSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Type(type), SyntaxFactory.IdentifierName(method)),
            SyntaxFactory.ArgumentList(Arguments.List(arguments)));

    /// <summary>The solution with a new tree for the document, and the using directive where a name asked for it.</summary>
    public Solution Apply(SyntaxNode newRoot)
    {
        if (_needsUsing)
            newRoot = UsingInsertion.Add(_site, newRoot, Namespace);
        return NewTrees.Put(_site.Document.Project.Solution, _site.Document.Id, newRoot);
    }

    private string Spell(string name)
    {
        var found = _site.Model.LookupSymbols(_position, name: name);
        if (found.Length == 1 && found[0] is INamedTypeSymbol type && ThreadingCall.IsThreadingNamespace(type.ContainingNamespace))
            return name;
        if (found.Length > 0)
            return "global::" + Namespace + "." + name;

        var qualified = QualifiedPrefix();
        if (qualified is null && UsingInsertion.IsSafe(_site, Namespace))
        {
            _needsUsing = true;
            return name;
        }

        return (qualified ?? Prefix()) + "." + name;
    }

    /// <summary>The prefix that the file writes in its code, where it writes full names.</summary>
    private string? QualifiedPrefix()
    {
        var uses = _site.Root.DescendantNodes()
            .Where(node => node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Threading" }
                or QualifiedNameSyntax { Right.Identifier.ValueText: "Threading" })
            .Where(node => node.ToString() is Namespace or "global::" + Namespace && node.FirstAncestorOrSelf<UsingDirectiveSyntax>() is null)
            .ToList();
        if (uses.Count == 0)
            return null;

        return uses.All(use => use.ToString() == Namespace) ? Prefix() : "global::" + Namespace;
    }

    private string Prefix()
    {
        var system = _site.Model.LookupSymbols(_position, name: "System");
        return system.Length == 1 && system[0] is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true } ? Namespace : "global::" + Namespace;
    }
}
