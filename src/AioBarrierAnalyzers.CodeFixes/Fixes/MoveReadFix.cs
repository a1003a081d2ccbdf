using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Moves the reads of the data behind the test of what guards it.</summary>
internal sealed class MoveReadFix : BarrierFix
{
    public override EditKind Kind => EditKind.MoveRead;

    public override string EquivalenceKey => "ReadAfterGuard";

    public override Task<FixResult?> TryFixAsync(FixSite site, CancellationToken cancellationToken)
    {
        var root = Move(site, cancellationToken);
        return Task.FromResult(root is null
            ? null
            : new FixResult("Read the data after its guard", NewTrees.Put(site.Document.Project.Solution, site.Document.Id, root)));
    }

    private static SyntaxNode? Move(FixSite site, CancellationToken cancellationToken)
    {
        if (site.Anchor is null
            || Enclosing.Statement(site.Primary) is not { } first
            || StatementList.Around(first) is not { } list
            || list.Containing(site.Anchor) is not { } guarding
            || Enclosing.Function(site.Primary) != Enclosing.Function(site.Anchor))
        {
            return null;
        }

        var guard = TestOf(list, guarding, site.Model, cancellationToken);
        var from = list.IndexOf(first);
        var to = list.IndexOf(guard);
        if (from >= to || guard is not (IfStatementSyntax or LocalDeclarationStatementSyntax or ExpressionStatementSyntax))
            return null;

        // Something the guard needs may stand among the reads, and stays.
        var between = list.Statements.Skip(from).Take(to - from).Select(statement => new PayloadRead(statement, site.Model, cancellationToken)).ToList();
        var guardNeeds = Interference.Named(guard, site.Model, cancellationToken);
        var reads = between.Where(read => read.IsMovable && !read.Changes.Overlaps(guardNeeds)).ToList();
        var others = between.Except(reads).ToList();
        if (!reads.Contains(between[0])
            || others.Any(other => Interference.HasExit(other.Statement) || !Expressions.IsPure(other.Statement)
                || reads.Any(read => read.Changes.Overlaps(other.Names) || other.Changes.Overlaps(read.Names)))
            || reads.Any(read => !StatementTrivia.OwnsLines(read.Statement) || StatementTrivia.HasDirectives(read.Statement))
            || Interference.Changed(guard, site.Model, cancellationToken).Any(changed => reads.Any(read => read.Names.Contains(changed))))
        {
            return null;
        }

        return Place(site, guard, reads) is { } newGuard ? list.ReplaceIn(site.Root, Reorder(list, from, guard, newGuard, reads)) : null;
    }

    /// <summary>Where the guard is read into a local that the next statement tests, that test.</summary>
    private static StatementSyntax TestOf(StatementList list, StatementSyntax guarding, SemanticModel model, CancellationToken cancellationToken)
    {
        var index = list.IndexOf(guarding) + 1;
        return guarding is LocalDeclarationStatementSyntax && index < list.Statements.Length && list.Statements[index] is IfStatementSyntax test
            && Interference.Changed(guarding, model, cancellationToken).Overlaps(Interference.Named(test.Condition, model, cancellationToken))
                ? test
                : guarding;
    }

    /// <summary>The guard as it is to be, or null where the reads cannot follow it.</summary>
    private static StatementSyntax? Place(FixSite site, StatementSyntax guard, IReadOnlyList<PayloadRead> reads)
    {
        if (guard is not IfStatementSyntax test)
            return guard;
        if (test.Statement.Span.Contains(site.Anchor!.Span) || test.Else is not null || !ControlFlow.AlwaysLeaves(test.Statement))
            return null;

        // A way out must assign the out parameters that the reads would have.
        var outs = reads.Select(read => read.OutParameter).OfType<string>().ToList();
        if (outs.Count == 0)
            return guard;
        if (test.Statement is not BlockSyntax { Statements: { Count: 1 } statements } block
            || statements[0] is not ReturnStatementSyntax leave
            || !StatementTrivia.OwnsLines(leave))
        {
            return null;
        }

        var endOfLine = StatementTrivia.EndOfLine(site.Root);
        var defaults = outs.Select(name => (StatementSyntax)SyntaxFactory.ParseStatement(name + " = default;")
            .WithLeadingTrivia(StatementTrivia.Indentation(leave)).WithTrailingTrivia(endOfLine));
        return test.WithStatement(block.WithStatements(SyntaxFactory.List(defaults.Append(leave))));
    }

    private static IEnumerable<StatementSyntax> Reorder(
        StatementList list, int from, StatementSyntax guard, StatementSyntax newGuard, IReadOnlyList<PayloadRead> reads)
    {
        var statements = list.Statements.ToList();
        var moved = reads.Select(read => read.Statement).ToList();
        var lines = StatementTrivia.BlankLines(moved[0]);
        statements[statements.IndexOf(guard)] = newGuard;
        statements.RemoveAll(moved.Contains);

        statements[from] = StatementTrivia.WithoutBlankLines(statements[from]);
        if (lines.Count > 0)
            statements[from] = StatementTrivia.WithBlankLines(statements[from], lines);

        // What followed the guard at a distance keeps that distance from the reads, which take the guard's place in its paragraph.
        var index = statements.IndexOf(statements.First(statement => statement == newGuard || statement.IsEquivalentTo(newGuard, topLevel: false))) + 1;
        var gap = index < statements.Count ? StatementTrivia.BlankLines(statements[index]) : default;
        moved[0] = StatementTrivia.WithoutBlankLines(moved[0]);
        if (gap.Count > 0)
        {
            moved[0] = StatementTrivia.WithBlankLines(moved[0], gap);
            statements[index] = StatementTrivia.WithoutBlankLines(statements[index]);
        }

        statements.InsertRange(index, moved);
        return statements;
    }
}
