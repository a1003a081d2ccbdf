using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>
/// Moves the store or signal that publishes behind the last store of the data, and makes a plain one a release, for moved alone it could still become visible
/// first.
/// </summary>
internal sealed class MoveStoreFix : BarrierFix
{
    /// <param name="kind">What it moves: a store, or a signal.</param>
    public MoveStoreFix(EditKind kind) => Kind = kind;

    public override EditKind Kind { get; }

    public override string EquivalenceKey => "PublishAfterData";

    public override async Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is null
            || site.Primary.Parent is not ExpressionStatementSyntax publishing
            || (Kind == EditKind.MoveStore && !IsStore(site, cancellationToken))
            || StatementList.Around(publishing) is not { } list
            || list.Containing(site.Anchor) is not { } last)
        {
            return null;
        }

        var from = list.IndexOf(publishing);
        var to = list.IndexOf(last);
        var between = list.Statements.Skip(from + 1).Take(to - from).ToList();
        if (from >= to || !MayMove(site, publishing, between, cancellationToken))
            return null;

        // Calls keep their order: the value is made where it was, and only the store moves.
        ValueInLocal? local = null;
        if (!IsFreeOfCalls(publishing) && !between.All(statement => Expressions.IsPure(RightSide(statement)))
            && (local = ValueInLocal.Create(site, publishing, cancellationToken)) is null)
        {
            return null;
        }

        var names = new ThreadingNames(site);
        var moved = await ReleasedAsync(site, names, publishing, local?.Use, cancellationToken).ConfigureAwait(false);
        return new FixResult("Publish after the data is stored", names.Apply(list.ReplaceIn(site.Root, Reorder(list, from, to, moved, local?.Declaration))));
    }

    private static bool MayMove(FixSite site, ExpressionStatementSyntax publishing, IReadOnlyList<StatementSyntax> between, CancellationToken cancellationToken)
    {
        if (between.Append(publishing).Any(statement =>
                !StatementTrivia.OwnsLines(statement) || StatementTrivia.HasDirectives(statement) || Interference.HasExit(statement)))
        {
            return false;
        }

        var needs = Interference.Named(publishing, site.Model, cancellationToken);
        var changes = Interference.Changed(publishing, site.Model, cancellationToken);
        return between.All(statement =>
            !Interference.NamesInCalls(statement, new HashSet<ISymbol>(needs.Concat(changes), SymbolEqualityComparer.Default), site.Model, cancellationToken)
            && !Interference.Changed(statement, site.Model, cancellationToken).Overlaps(needs)
            && !Interference.Named(statement, site.Model, cancellationToken).Overlaps(changes));
    }

    private static bool IsStore(FixSite site, CancellationToken cancellationToken) =>
        StoreShape.Parse(site.Primary, site.Model, cancellationToken) is not null
        || ThreadingCall.Name(site.Primary, site.Model, cancellationToken)?.StartsWith("Interlocked.", StringComparison.Ordinal) == true;

    private static bool IsFreeOfCalls(ExpressionStatementSyntax publishing) =>
        publishing.Expression is AssignmentExpressionSyntax { Right: var value }
            ? Expressions.IsPure(value)
            : !publishing.Expression.DescendantNodes().Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax);

    private static SyntaxNode RightSide(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var right } } ? right : statement;

    private static async Task<ExpressionStatementSyntax> ReleasedAsync(
        FixSite site, ThreadingNames names, ExpressionStatementSyntax publishing, ExpressionSyntax? local, CancellationToken cancellationToken)
    {
        if (StoreShape.Parse(publishing.Expression, site.Model, cancellationToken) is not { IsPlain: true } store
            || store.NewValue(site.Model, cancellationToken) is not { } value
            || !Expressions.MayFollowReference(value)
            || !await VolatileWriteFix.IsPossibleAsync(site, store, cancellationToken).ConfigureAwait(false))
        {
            return local is null ? publishing : publishing.ReplaceNode(((AssignmentExpressionSyntax)publishing.Expression).Right, local);
        }

        return publishing.WithExpression(StoreCall.Of(names, "Volatile", "Write", store, local ?? value));
    }

    private static IEnumerable<StatementSyntax> Reorder(StatementList list, int from, int to, StatementSyntax moved, StatementSyntax? left)
    {
        var statements = list.Statements.ToList();
        var lines = StatementTrivia.BlankLines(moved);
        statements.Insert(to + 1, StatementTrivia.WithoutBlankLines(moved));
        if (left is not null)
        {
            statements[from] = left;
            return statements;
        }

        // The empty lines are the place's, not the statement's.
        statements.RemoveAt(from);
        if (lines.Count > 0 || from == 0)
            statements[from] = StatementTrivia.WithBlankLines(StatementTrivia.WithoutBlankLines(statements[from]), lines);
        return statements;
    }
}
