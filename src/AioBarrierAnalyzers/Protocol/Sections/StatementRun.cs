using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Protocol.Sections;

/// <summary>Some statements of one list, one behind the other; or the one expression that is a function's body.</summary>
internal sealed class StatementRun
{
    private StatementRun(SyntaxNode first, SyntaxNode last)
    {
        First = first;
        Last = last;
    }

    public SyntaxNode First { get; }

    public SyntaxNode Last { get; }

    /// <summary>Stands in a lock statement already.</summary>
    public bool IsInSection => First.Ancestors().TakeWhile(n => !IsFunction(n)).Any(n => n is LockStatementSyntax);

    private TextSpan Span => TextSpan.FromBounds(First.SpanStart, Last.Span.End);

    /// <summary>The shortest run around all of the nodes; null where they are not in one function.</summary>
    public static StatementRun? Around(IReadOnlyList<SyntaxNode> nodes)
    {
        foreach (SyntaxNode statement in nodes[0].AncestorsAndSelf().TakeWhile(n => !IsFunction(n)).Where(IsListed))
        {
            IEnumerable<StatementSyntax> list = statement.Parent is BlockSyntax block ? block.Statements : ((SwitchSectionSyntax)statement.Parent!).Statements;
            List<StatementSyntax> used = list.Where(s => nodes.Any(n => s.Span.Contains(n.Span))).ToList();
            if (nodes.All(n => n.SyntaxTree == statement.SyntaxTree && used.Any(s => s.Span.Contains(n.Span))))
                return used.Any(s => nodes.Any(n => s.Span.Contains(n.Span) && IsDeferred(n, s))) ? null : new StatementRun(used[0], used[used.Count - 1]);
        }

        return BodyOf(nodes[0]) is { } body && nodes.All(n => n.SyntaxTree == body.SyntaxTree && body.Span.Contains(n.Span) && !IsDeferred(n, body))
            ? new StatementRun(body, body)
            : null;
    }

    public bool Contains(SyntaxNode node) => node.SyntaxTree == First.SyntaxTree && Span.Contains(node.Span);

    /// <summary>The same, with a node that may stand before it, in it or behind it.</summary>
    public StatementRun? With(SyntaxNode node) => Contains(node) ? this : Around(new[] { First, Last, node });

    /// <summary>The nodes stand in one statement of the run.</summary>
    public bool IsOneStatement(SyntaxNode node, SyntaxNode other)
    {
        SyntaxNode? statement = node.AncestorsAndSelf().FirstOrDefault(n => n.Parent == First.Parent);
        return statement is not null && statement.SyntaxTree == other.SyntaxTree && statement.Span.Contains(other.Span);
    }

    private static bool IsListed(SyntaxNode node) => node is StatementSyntax && node.Parent is BlockSyntax or SwitchSectionSyntax;

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax;

    /// <summary>In a function within the other node.</summary>
    private static bool IsDeferred(SyntaxNode node, SyntaxNode within) => node.AncestorsAndSelf().TakeWhile(n => n != within).Any(IsFunction);

    private static SyntaxNode? BodyOf(SyntaxNode node)
    {
        foreach (SyntaxNode at in node.AncestorsAndSelf())
        {
            if (at.Parent is ArrowExpressionClauseSyntax || (at.Parent is AnonymousFunctionExpressionSyntax lambda && lambda.ExpressionBody == at))
                return at;
            if (IsFunction(at))
                return null;
        }

        return null;
    }
}
