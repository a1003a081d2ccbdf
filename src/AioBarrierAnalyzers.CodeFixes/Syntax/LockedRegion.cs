using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Statements of one list that go into one lock statement, with what they declare and others need left outside.</summary>
internal sealed class LockedRegion
{
    private readonly StatementList _list;
    private readonly ExpressionSyntax _taken;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly int _start;
    private int _end;

    private LockedRegion(StatementList list, int start, int end, ExpressionSyntax taken, SemanticModel model, CancellationToken cancellationToken)
    {
        _list = list;
        _taken = taken;
        _model = model;
        _cancellationToken = cancellationToken;
        _start = start > 0 && IsSection(list.Statements[start - 1]) ? start - 1 : start;
        _end = end < list.Statements.Length && IsSection(list.Statements[end]) ? end + 1 : end;
    }

    private IEnumerable<StatementSyntax> Statements => _list.Statements.Take(_end).Skip(_start);

    /// <summary>The root with a lock around the statements, or null where they cannot have one.</summary>
    public static SyntaxNode? Hold(SyntaxNode root, StatementSyntax first, SyntaxNode last, ExpressionSyntax taken, SemanticModel model,
        CancellationToken cancellationToken)
    {
        if (StatementList.Around(first) is not { Owner: not CompilationUnitSyntax } list || list.Containing(last) is not { } end)
            return null;

        var region = new LockedRegion(list, list.IndexOf(first), list.IndexOf(end) + 1, taken, model, cancellationToken);
        return region.InLock(root) is { } statements ? list.ReplaceIn(root, statements) : null;
    }

    private IEnumerable<StatementSyntax>? InLock(SyntaxNode root)
    {
        if (Statements.Any(statement => StatementTrivia.HasDirectives(statement) || !MayBeLocked(statement)))
            return null;

        var needed = NeededBehind();
        if (needed.Count > 0 && ReturnsOnly(needed))
        {
            _end++;
            needed.Clear();
        }

        if (_end < _list.Statements.Length && Statements.Any(statement => statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
            return null;

        var first = _list.Statements[_start];
        var outside = new List<StatementSyntax>();
        var inside = new List<StatementSyntax>();
        foreach (var statement in Statements)
        {
            var declared = Declared(statement);
            if (!needed.Overlaps(declared))
            {
                inside.AddRange(LockDissolver.Dissolve(statement, _taken));
                continue;
            }

            if (declared.Count != 1 || statement is not LocalDeclarationStatementSyntax local ||
                SplitDeclaration.Of(local, _model, _cancellationToken) is not { } split)
            {
                return null;
            }

            outside.Add(split.Declaration.WithLeadingTrivia(StatementTrivia.Indentation(first)).WithTrailingTrivia(StatementTrivia.EndOfLine(root)));
            if (split.Assignment is { } assignment)
                inside.Add(assignment.WithTriviaFrom(local));
        }

        if (inside.Count == 0)
            return null;
        inside[0] = StatementTrivia.WithoutBlankLines(inside[0]);
        var blank = StatementTrivia.BlankLines(first);
        if (outside.Count > 0)
            outside[0] = outside[0].WithLeadingTrivia(blank.AddRange(StatementTrivia.Indentation(first)));
        var held = SyntaxFactory.LockStatement(_taken, SyntaxFactory.Block(inside))
            .WithLeadingTrivia((outside.Count > 0 ? default : blank).AddRange(StatementTrivia.Indentation(first)))
            .WithTrailingTrivia(StatementTrivia.EndOfLine(root)).WithAdditionalAnnotations(Formatter.Annotation);
        return _list.Statements.Take(_start).Concat(outside).Append(held).Concat(_list.Statements.Skip(_end));
    }

    private bool IsSection(StatementSyntax statement) =>
        statement is LockStatementSyntax { Statement: BlockSyntax } section && SyntaxFactory.AreEquivalent(section.Expression, _taken) &&
        !StatementTrivia.HasDirectives(section);

    /// <summary>No thread gives its place away inside a lock, and nobody jumps into one.</summary>
    private static bool MayBeLocked(StatementSyntax statement) =>
        statement is not (LocalFunctionStatementSyntax or LabeledStatementSyntax) && StatementTrivia.OwnsLines(statement) &&
        !statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node =>
            node is AwaitExpressionSyntax or YieldStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax or
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
                or RefTypeSyntax or RefExpressionSyntax || node is UsingStatementSyntax { AwaitKeyword.RawKind: not 0 });

    private List<ISymbol> Declared(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Where(node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax)
            .Select(node => _model.GetDeclaredSymbol(node, _cancellationToken)).OfType<ISymbol>().ToList();

    private HashSet<ISymbol> NeededBehind()
    {
        var needed = new HashSet<ISymbol>(Statements.SelectMany(Declared), SymbolEqualityComparer.Default);
        needed.IntersectWith(_list.Statements.Skip(_end).SelectMany(statement => Interference.Named(statement, _model, _cancellationToken)));
        return needed;
    }

    /// <summary>All that comes behind returns one of the variables.</summary>
    private bool ReturnsOnly(HashSet<ISymbol> needed) =>
        _list.Statements.Length == _end + 1 && _list.Statements[_end] is ReturnStatementSyntax { Expression: IdentifierNameSyntax name } end &&
        _model.GetSymbolInfo(name, _cancellationToken).Symbol is { } returned && needed.Contains(returned) && !StatementTrivia.HasDirectives(end) &&
        StatementTrivia.OwnsLines(end);
}
