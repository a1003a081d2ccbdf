using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>A statement that may be a read of shared data into a local, an out parameter or a new variable.</summary>
internal sealed class PayloadRead
{
    public PayloadRead(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        Statement = statement;
        Names = Interference.Named(statement, model, cancellationToken);
        Changes = Interference.Changed(statement, model, cancellationToken);
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } when variables[0].Initializer is { } initializer:
                IsMovable = IsRead(initializer.Value);
                break;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                var target = model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol;
                IsMovable = IsRead(assignment.Right)
                    && target is ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None or RefKind.Out };
                OutParameter = target is IParameterSymbol { RefKind: RefKind.Out } ? assignment.Left.ToString() : null;
                break;
        }
    }

    public StatementSyntax Statement { get; }

    public HashSet<ISymbol> Names { get; }

    public HashSet<ISymbol> Changes { get; }

    public bool IsMovable { get; }

    /// <summary>The out parameter that it assigns.</summary>
    public string? OutParameter { get; }

    private static bool IsRead(ExpressionSyntax value) => value is not RefExpressionSyntax && Expressions.IsPure(value);
}
