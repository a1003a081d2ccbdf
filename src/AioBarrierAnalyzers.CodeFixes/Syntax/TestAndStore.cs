using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>
/// A test of a flag that leads to a store of it: <c>if (f) return; f = true;</c> (a guard), <c>if (!f) { f = true; }</c>, its else branch, or
/// <c>while (f) { f = false; }</c>. The store may be the first statement of a try block.
/// </summary>
internal sealed class TestAndStore
{
    private TestAndStore(
        StatementSyntax test, ConditionChain chain, bool isGuard, bool proceedsWhenTrue, ExpressionStatementSyntax store, StatementList storeList,
        ImmutableArray<StatementSyntax> between)
    {
        Test = test;
        Chain = chain;
        IsGuard = isGuard;
        ProceedsWhenTrue = proceedsWhenTrue;
        Store = store;
        StoreList = storeList;
        Between = between;
    }

    /// <summary>The if or while statement.</summary>
    public StatementSyntax Test { get; }

    public ConditionChain Chain { get; }

    /// <summary>The test leaves, and the store follows it.</summary>
    public bool IsGuard { get; }

    public bool ProceedsWhenTrue { get; }

    public ExpressionStatementSyntax Store { get; }

    public StatementList StoreList { get; }

    /// <summary>What is done between the test and the store.</summary>
    public ImmutableArray<StatementSyntax> Between { get; }

    public static TestAndStore? Parse(FlagTest flag, StoreShape store)
    {
        if (store.Node.Parent is not ExpressionStatementSyntax statement
            || StatementList.Around(statement) is not { } storeList
            || Enclosing.Statement(flag.Node) is not { } test
            || Condition(test) is not { } condition)
        {
            return null;
        }

        // The statement that stands for the store: a try block whose first act it is, or itself.
        StatementSyntax outer = statement;
        var outerList = storeList;
        if (storeList.Owner.Parent is TryStatementSyntax attempt && attempt.Block == storeList.Owner && storeList.Statements[0] == statement)
        {
            outer = attempt;
            if (StatementList.Around(attempt) is not { } attemptList)
                return null;
            outerList = attemptList;
        }

        var isGuard = false;
        bool proceedsWhenTrue;
        int first;
        switch (test)
        {
            case IfStatementSyntax { Else: null } guard when outerList.IndexOf(guard) >= 0 && ControlFlow.AlwaysLeaves(guard.Statement):
                first = outerList.IndexOf(guard) + 1;
                proceedsWhenTrue = false;
                isGuard = true;
                break;
            case IfStatementSyntax branch when branch.Statement == outerList.Owner:
            case WhileStatementSyntax loop when loop.Statement == outerList.Owner:
                first = 0;
                proceedsWhenTrue = true;
                break;
            case IfStatementSyntax branch when branch.Else?.Statement == outerList.Owner:
                first = 0;
                proceedsWhenTrue = false;
                break;
            default:
                return null;
        }

        var last = outerList.IndexOf(outer);
        var kind = proceedsWhenTrue ? SyntaxKind.LogicalAndExpression : SyntaxKind.LogicalOrExpression;
        return last >= first && ConditionChain.Parse(condition, flag.Node, kind) is { } chain && chain.MayComeLast()
            ? new TestAndStore(
                test, chain, isGuard, proceedsWhenTrue, statement, storeList, outerList.Statements.Skip(first).Take(last - first).ToImmutableArray())
            : null;
    }

    /// <summary>A list of statements without the store; the empty lines and comments around it go to what follows.</summary>
    public static IReadOnlyList<StatementSyntax> Without(IReadOnlyList<StatementSyntax> statements, StatementSyntax store)
    {
        var result = statements.ToList();
        var index = result.IndexOf(store);
        result.RemoveAt(index);
        if (index < result.Count)
        {
            var next = result[index];
            result[index] = index == 0
                ? StatementTrivia.WithoutBlankLines(next)
                : StatementTrivia.WithBlankLines(next, StatementTrivia.BlankLines(store));
        }

        return result;
    }

    private static ExpressionSyntax? Condition(StatementSyntax statement) =>
        (statement as IfStatementSyntax)?.Condition ?? (statement as WhileStatementSyntax)?.Condition;
}
