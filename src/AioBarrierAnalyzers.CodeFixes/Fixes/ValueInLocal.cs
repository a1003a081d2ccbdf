using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Keeps the value of an assignment in a new local, where the assignment itself moves away.</summary>
internal sealed class ValueInLocal
{
    private ValueInLocal(StatementSyntax declaration, ExpressionSyntax use)
    {
        Declaration = declaration;
        Use = use;
    }

    public StatementSyntax Declaration { get; }

    public ExpressionSyntax Use { get; }

    /// <summary>Null where the statement is no simple assignment, or no good name is free.</summary>
    public static ValueInLocal? Create(FixSite site, ExpressionStatementSyntax statement, CancellationToken cancellationToken)
    {
        if (statement.Expression is not AssignmentExpressionSyntax assignment || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || Name(site, assignment.Left, cancellationToken) is not { } name)
        {
            return null;
        }

        var type = site.Model.GetTypeInfo(assignment.Left, cancellationToken).Type;
        var natural = site.Model.GetTypeInfo(assignment.Right, cancellationToken).Type;
        if (type is null)
            return null;

        var typeText = SymbolEqualityComparer.Default.Equals(type, natural) ? "var" : type.ToMinimalDisplayString(site.Model, statement.SpanStart);
        var declaration = SyntaxFactory.ParseStatement($"{typeText} {name} = {assignment.Right.WithoutTrivia().ToFullString()};");
        return new ValueInLocal(declaration.WithTriviaFrom(statement), SyntaxFactory.IdentifierName(name));
    }

    /// <summary>The name of the location without its prefix, where the function has no such name yet.</summary>
    private static string? Name(FixSite site, ExpressionSyntax location, CancellationToken cancellationToken)
    {
        var symbol = site.Model.GetSymbolInfo(location, cancellationToken).Symbol;
        if (symbol is not (IFieldSymbol or IPropertySymbol { IsIndexer: false }))
            return null;

        var name = symbol.Name.TrimStart('_');
        if (name.Length > 2 && name[1] == '_')
            name = name.Substring(2);
        if (name.Length == 0)
            return null;

        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        var isTaken = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None
            || (Enclosing.Function(location) ?? site.Root).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            || site.Model.LookupSymbols(location.SpanStart, name: name).Length > 0;
        return isTaken ? null : name;
    }
}
