using System.Linq;
using AioBarrierAnalyzers.CodeFixes.Naming;
using AioBarrierAnalyzers.CodeFixes.Syntax;
using AioBarrierAnalyzers.Protocol.Fences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Fixes;

/// <summary>Writes a store as a call that takes the location by reference.</summary>
internal static class StoreCall
{
    /// <summary>Type.Method(ref location, value), in place of the store.</summary>
    public static ExpressionSyntax Of(ThreadingNames names, string type, string method, StoreShape store, ExpressionSyntax value)
    {
        if (store.Node is InvocationExpressionSyntax invocation)
            return invocation.WithExpression(names.Call(type, method).Expression.WithTriviaFrom(invocation.Expression));

        // A line break or comment behind an equals sign moves behind the comma.
        if (store.Form != StoreForm.Step && value == store.Value && store.Node is AssignmentExpressionSyntax { OperatorToken.TrailingTrivia: var behind }
            && behind.Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia) || StatementTrivia.IsComment(trivia)))
        {
            value = value.WithLeadingTrivia(behind.AddRange(value.GetLeadingTrivia()));
        }

        return names.Call(type, method, Arguments.Ref(Location(store)), Arguments.Value(value.WithTrailingTrivia(Comments(value.GetTrailingTrivia()))))
            .WithTriviaFrom(store.Node);
    }

    /// <summary>Interlocked.Increment(ref location) or Decrement.</summary>
    public static ExpressionSyntax Step(ThreadingNames names, string method, StoreShape store) =>
        names.Call("Interlocked", method, Arguments.Ref(Location(store))).WithTriviaFrom(store.Node);

    private static ExpressionSyntax Location(StoreShape store) =>
        store.Location.WithoutLeadingTrivia().WithTrailingTrivia(Comments(store.Location.GetTrailingTrivia()));

    private static SyntaxTriviaList Comments(SyntaxTriviaList trivia) =>
        trivia.Any(StatementTrivia.IsComment)
            ? SyntaxFactory.TriviaList(trivia.Reverse().SkipWhile(item => item.IsKind(SyntaxKind.WhitespaceTrivia)).Reverse())
            : SyntaxFactory.TriviaList();
}
