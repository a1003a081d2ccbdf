using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Protocol.Decisions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Puts an atomic test and set in the place of the two steps.</summary>
internal sealed class ClaimRewrite
{
    private readonly FixSite _site;
    private readonly TestAndStore _shape;
    private readonly IfStatementSyntax _test;
    private readonly ClaimPayload _payload;
    private readonly AtomicTest _atomic;
    private readonly IReadOnlyList<SyntaxTrivia> _comments;

    public ClaimRewrite(FixSite site, TestAndStore shape, IfStatementSyntax test, ClaimPayload payload, AtomicTest atomic, IReadOnlyList<SyntaxTrivia> comments)
    {
        _site = site;
        _shape = shape;
        _test = test;
        _payload = payload;
        _atomic = atomic;
        _comments = comments;
    }

    /// <summary><c>if (f) return; x = 1; f = true; Go();</c> becomes <c>x = 1; if (Exchange(ref f, true)) return; Go();</c></summary>
    public SyntaxNode? Guard()
    {
        var list = StatementList.Around(_test)!;
        var before = list.Statements.TakeWhile(statement => statement != _test).ToList();
        var behind = Behind(list);
        var claim = _test.WithCondition(_shape.Chain.WithLast(_atomic.Condition));
        var gap = StatementTrivia.BlankLines(list.Statements[before.Count + 1]);
        if (gap.Count > 0 && behind.Count > 0)
            behind[0] = StatementTrivia.WithBlankLines(behind[0], gap);

        if (IsLastAct(list, behind))
            return list.ReplaceIn(_site.Root, before.Concat(Payload(_test)).Append(Act(_payload.Statements.Count > 0)));
        if (_payload.Statements.Count == 0)
            return list.ReplaceIn(_site.Root, before.Append(WithComments(claim)).Concat(behind));
        if (_shape.Chain.WithoutTest() is not { } others)
            return list.ReplaceIn(_site.Root, before.Concat(Payload(_test)).Append(WithComments(StatementTrivia.WithoutBlankLines(claim))).Concat(behind));

        // The other reasons to leave are asked first, as before, and then nothing is stored.
        var leave = _test.WithCondition(others.WithTriviaFrom(_test.Condition));
        claim = _test.WithCondition(_atomic.Condition.WithTriviaFrom(_test.Condition)).WithLeadingTrivia(StatementTrivia.Indentation(_test));
        var payload = _payload.Statements.ToList();
        payload[0] = StatementTrivia.WithBlankLines(StatementTrivia.WithoutBlankLines(payload[0]), gap);
        return list.ReplaceIn(_site.Root, before.Append(leave).Concat(payload).Append(WithComments(claim)).Concat(behind));
    }

    /// <summary><c>if (!f) { x = 1; f = true; Go(); }</c> becomes <c>x = 1; if (!Exchange(ref f, true)) { Go(); }</c></summary>
    public SyntaxNode? Branch()
    {
        var rest = TestAndStore.Without(_shape.StoreList.Statements.Except(_shape.Between).ToList(), _shape.Store).ToList();
        if (rest.Count > 0)
            rest[0] = StatementTrivia.WithoutBlankLines(rest[0]);
        var others = _shape.Chain.WithoutTest();
        if (rest.Count == 0)
            return others is null && _test.Else is null && StatementList.Around(_test) is { } only && !_payload.HasDeclarations
                ? only.ReplaceIn(_site.Root, only.Statements.SelectMany(statement =>
                    statement == _test ? Payload(_test).Append(Act(_payload.Statements.Count > 0)) : new[] { statement }))
                : null;

        if (_payload.Statements.Count == 0)
        {
            var changes = new Dictionary<SyntaxNode, SyntaxNode>
            {
                [_shape.Chain.Condition] = _shape.Chain.WithLast(_atomic.Condition),
                [_shape.StoreList.Owner] = _shape.StoreList.With(rest),
            };
            var claim = _test.ReplaceNodes(changes.Keys, (node, _) => changes[node]);
            return _site.Root.ReplaceNode(_test, WithComments(claim));
        }

        // In a try block or an else branch the stores have no place before the test that is theirs alone.
        if (_payload.HasDeclarations || _shape.StoreList.Owner != _test.Statement || StatementList.Around(_test) is not { } list)
            return null;

        var body = (BlockSyntax)_shape.StoreList.With(rest);
        if (others is null)
        {
            var claim = WithComments(StatementTrivia.WithoutBlankLines(_test.WithCondition(_shape.Chain.WithLast(_atomic.Condition)).WithStatement(body)));
            return list.ReplaceIn(_site.Root, list.Statements.SelectMany(statement =>
                statement == _test ? Payload(_test).Append(claim.WithAdditionalAnnotations(Formatter.Annotation)) : new[] { statement }));
        }

        if (_test.Else is not null)
            return null;

        var inner = SyntaxFactory.IfStatement(_atomic.Condition.WithoutTrivia(), body.WithoutTrivia()).WithLeadingTrivia(_comments);
        var outer = _test.WithCondition(others.WithTriviaFrom(_test.Condition))
            .WithStatement(body.WithStatements(SyntaxFactory.List(_payload.Statements.Append(inner))))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return _site.Root.ReplaceNode(_test, outer);
    }

    /// <summary>The statements behind the store, and the try block that began with it.</summary>
    private List<StatementSyntax> Behind(StatementList list)
    {
        if (_shape.StoreList.Owner == list.Owner)
            return list.Statements.SkipWhile(statement => statement != _shape.Store).Skip(1).ToList();

        var attempt = (TryStatementSyntax)_shape.StoreList.Owner.Parent!;
        var block = (BlockSyntax)_shape.StoreList.With(TestAndStore.Without(_shape.StoreList.Statements, _shape.Store));
        return list.Statements.SkipWhile(statement => statement != attempt)
            .Select(statement => statement == attempt ? attempt.WithBlock(block) : statement).ToList();
    }

    /// <summary>The payload where the test stood, below the empty lines that stood above it.</summary>
    private IEnumerable<StatementSyntax> Payload(StatementSyntax test) =>
        _payload.Statements.Select((statement, index) => index == 0
            ? StatementTrivia.WithBlankLines(
                StatementTrivia.WithIndentationOf(StatementTrivia.WithoutBlankLines(statement), test), StatementTrivia.BlankLines(test))
            : StatementTrivia.WithIndentationOf(statement, test));

    /// <summary>Nothing is left to guard: the function ends here either way.</summary>
    private bool IsLastAct(StatementList list, IReadOnlyList<StatementSyntax> behind) =>
        behind.Count == 0
        && _shape.Chain.Operands.Length == 1
        && _shape.StoreList.Owner == list.Owner
        && list.Owner.Parent is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax
        && (_test.Statement is BlockSyntax { Statements: { Count: 1 } statements } ? statements[0] : _test.Statement)
            is ReturnStatementSyntax { Expression: null }
        && !_test.Statement.DescendantTrivia().Any(StatementTrivia.IsComment);

    private StatementSyntax Act(bool hasPayload)
    {
        var act = WithComments(SyntaxFactory.ExpressionStatement(_atomic.Call.WithoutTrivia())
            .WithLeadingTrivia(_test.GetLeadingTrivia()).WithTrailingTrivia(_test.GetTrailingTrivia()));
        return hasPayload ? StatementTrivia.WithoutBlankLines(act) : act;
    }

    private T WithComments<T>(T statement)
        where T : SyntaxNode =>
        _comments.Count == 0 ? statement : StatementTrivia.WithCommentLines(statement, _comments);
}
