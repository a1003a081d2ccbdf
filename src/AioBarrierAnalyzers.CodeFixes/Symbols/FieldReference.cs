using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>A place that names a field.</summary>
internal sealed class FieldReference
{
    public FieldReference(Document document, SimpleNameSyntax name)
    {
        Document = document;
        Name = name;
    }

    public Document Document { get; }

    public SimpleNameSyntax Name { get; }

    /// <summary>The whole access, with what it is reached through.</summary>
    public ExpressionSyntax Access =>
        Name.Parent is MemberAccessExpressionSyntax access && access.Name == Name ? access : Name;

    /// <summary>The argument that passes the field by reference, or null.</summary>
    public ArgumentSyntax? ByReference =>
        Access.Parent is ArgumentSyntax argument && !argument.RefKindKeyword.IsKind(SyntaxKind.None) ? argument : null;
}
