using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.CodeFixes.Syntax;

/// <summary>Calls of Volatile, Interlocked and the fences.</summary>
internal static class ThreadingCall
{
    /// <summary>A call by its names alone, for places where a wrong yes does no harm.</summary>
    public static bool IsRead(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Read" } access
        && TypeName(access.Expression) is "Volatile" or "Interlocked";

    /// <summary>The member of System.Threading that is called, as "Type.Member", or null.</summary>
    public static string? Name(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        expression is InvocationExpressionSyntax
        && model.GetSymbolInfo(expression, cancellationToken).Symbol is IMethodSymbol { IsStatic: true, ContainingType: { } type } method
        && IsThreadingNamespace(type.ContainingNamespace)
            ? type.Name + "." + method.Name
            : null;

    /// <summary>A statement that is a fence and nothing else.</summary>
    public static bool IsFullFence(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        statement is ExpressionStatementSyntax { Expression: var expression }
        && Name(expression, model, cancellationToken) is "Interlocked.MemoryBarrier" or "Thread.MemoryBarrier" or "Interlocked.MemoryBarrierProcessWide";

    /// <summary>A statement that is a barrier of any strength and nothing else.</summary>
    public static bool IsBarrier(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        IsFullFence(statement, model, cancellationToken)
        || (statement is ExpressionStatementSyntax { Expression: var expression }
            && Name(expression, model, cancellationToken) is "Volatile.ReadBarrier" or "Volatile.WriteBarrier");

    /// <summary>A read of a location, plain or by a call.</summary>
    public static bool IsReadOf(ExpressionSyntax read, ExpressionSyntax location) =>
        Expressions.SameLocation(read, location)
        || (Expressions.WithoutParentheses(read) is InvocationExpressionSyntax call && IsRead(call) && Location(call) is { } of
            && Expressions.SameLocation(of, location));

    /// <summary>The location that a call takes by reference as its first argument.</summary>
    public static ExpressionSyntax? Location(ExpressionSyntax call) =>
        call is InvocationExpressionSyntax invocation && invocation.ArgumentList.Arguments.FirstOrDefault() is { NameColon: null } argument
            && (argument.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) || argument.RefKindKeyword.IsKind(SyntaxKind.InKeyword))
                ? Expressions.WithoutParentheses(argument.Expression)
                : null;

    /// <summary>An argument given by its position.</summary>
    public static ExpressionSyntax? Argument(ExpressionSyntax call, int index) =>
        call is InvocationExpressionSyntax invocation && invocation.ArgumentList.Arguments.Count > index
        && invocation.ArgumentList.Arguments[index] is { NameColon: null } argument
            ? argument.Expression
            : null;

    public static bool IsThreadingNamespace(INamespaceSymbol? space) =>
        space is { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static string? TypeName(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case SimpleNameSyntax name:
                return name.Identifier.ValueText;
            case MemberAccessExpressionSyntax access:
                return access.Name.Identifier.ValueText;
            default:
                return null;
        }
    }
}
