using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Symbols;

/// <summary>Which values a flag can have, as far as all stores to it are constants.</summary>
internal static class FlagValues
{
    public static bool AreEqual(object? left, object? right) =>
        string.Equals(Convert.ToString(left, CultureInfo.InvariantCulture), Convert.ToString(right, CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The location is a field that never has a value other than these two.</summary>
    public static async Task<bool> AreOnlyAsync(
        FixSite site, ExpressionSyntax location, object? first, object? second, CancellationToken cancellationToken)
    {
        var solution = site.Document.Project.Solution;
        if (location is MemberAccessExpressionSyntax access && access.IsKind(SyntaxKind.PointerMemberAccessExpression))
            return false;
        if (Expressions.Field(location, site.Model, cancellationToken) is not { } field
            || FieldReferences.IsVisibleOutside(field)
            || FieldReferences.Declaration(field, solution, cancellationToken) is not { } found
            || await FieldReferences.FindAsync(field, solution, cancellationToken).ConfigureAwait(false) is not { } references)
        {
            return false;
        }

        var models = new Dictionary<DocumentId, SemanticModel>();
        var initial = found.Declaration.Declaration.Variables[0].Initializer?.Value;
        if (initial is null)
        {
            if (!IsAllowed(field.Type.IsReferenceType ? null : 0))
                return false;
        }
        else if (!IsAllowedConstant(await ModelAsync(found.Document).ConfigureAwait(false), initial))
        {
            return false;
        }

        foreach (var reference in references)
        {
            if (!KeepsValues(await ModelAsync(reference.Document).ConfigureAwait(false), reference))
                return false;
        }

        return true;

        async Task<SemanticModel> ModelAsync(Document document)
        {
            if (!models.TryGetValue(document.Id, out var model))
                models.Add(document.Id, model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!);
            return model;
        }

        bool KeepsValues(SemanticModel model, FieldReference reference)
        {
            var use = Expressions.WithParentheses(reference.Access);
            switch (use.Parent)
            {
                case AssignmentExpressionSyntax assignment when assignment.Left == use:
                    return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && IsAllowedConstant(model, assignment.Right);
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } when assignment.Left == tuple:
                case RefExpressionSyntax:
                    return false;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when reference.ByReference is not null:
                    switch (ThreadingCall.Name(call, model, cancellationToken))
                    {
                        case "Volatile.Read" or "Interlocked.Read":
                            return true;
                        case "Volatile.Write" or "Interlocked.Exchange" or "Interlocked.CompareExchange":
                            return ThreadingCall.Argument(call, 1) is { } value && IsAllowedConstant(model, value);
                        default:
                            return false;
                    }

                case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                    return !Expressions.IsStep((ExpressionSyntax)use.Parent) && !use.Parent.IsKind(SyntaxKind.AddressOfExpression);
                default:
                    return true;
            }
        }

        bool IsAllowedConstant(SemanticModel model, ExpressionSyntax expression) =>
            model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: var value } && IsAllowed(value);

        bool IsAllowed(object? value) => AreEqual(value, first) || AreEqual(value, second);
    }
}
