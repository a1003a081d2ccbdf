using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Naming;
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
            || LocalName.For(site, assignment.Left, cancellationToken) is not { } name)
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
}
