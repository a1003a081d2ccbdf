using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>What stands between the test and the set of a claim.</summary>
internal sealed class ClaimPayload
{
    private ClaimPayload(IReadOnlyList<StatementSyntax> statements, bool hasDeclarations)
    {
        Statements = statements;
        HasDeclarations = hasDeclarations;
    }

    /// <summary>The stores that move before the atomic step, without the barriers, which that step makes needless.</summary>
    public IReadOnlyList<StatementSyntax> Statements { get; }

    public bool HasDeclarations { get; }

    /// <summary>Null where something among them must not be done by a caller who finds the flag set.</summary>
    public static ClaimPayload? Parse(TestAndStore shape, FlagTest flag, SemanticModel model, CancellationToken cancellationToken)
    {
        if (shape.Between.Add(shape.Store).Any(statement => !StatementTrivia.OwnsLines(statement) || StatementTrivia.HasDirectives(statement)))
            return null;

        var statements = shape.Between.Where(statement => !ThreadingCall.IsBarrier(statement, model, cancellationToken)).ToList();
        if (statements.Count > 0 && StatementTrivia.HasDirectives(shape.Test))
            return null;

        var tested = Interference.Named(shape.Chain.Condition, model, cancellationToken);
        var needed = Interference.Named(flag.Location, model, cancellationToken);
        foreach (var statement in statements)
        {
            var changed = Interference.Changed(statement, model, cancellationToken);
            if (!IsMovable(statement, model, cancellationToken) || changed.Overlaps(tested) || changed.Overlaps(needed))
                return null;
        }

        return new ClaimPayload(statements, statements.Any(statement => statement is LocalDeclarationStatementSyntax));
    }

    private static bool IsMovable(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration:
                return declaration.Declaration.Variables.All(variable => variable.Initializer is null || Expressions.IsPure(variable.Initializer.Value));
            case ExpressionStatementSyntax { Expression: var expression }:
                return StoreShape.Parse(expression, model, cancellationToken) is { Form: StoreForm.Assignment or StoreForm.VolatileWrite } store
                    && Expressions.IsPure(store.Location) && Expressions.IsPure(store.Value);
            default:
                return false;
        }
    }
}
