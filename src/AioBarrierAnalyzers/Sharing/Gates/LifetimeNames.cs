using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Finds, by tokens alone, the names of what may be used by others while it is set up, replaced or torn down. Only what its file declares counts.
/// </summary>
internal static class LifetimeNames
{
    private static readonly string[] Nothing = Array.Empty<string>();

    private static readonly Dictionary<string, Func<SyntaxToken, IEnumerable<string>>> Finders = FindersByName(
        (StartedBeforeStores, new[] { "Thread", "Run", "StartNew", "QueueUserWorkItem", "Timer", "Start", "Change", "EnableRaisingEvents" }),
        (RunInParallel, new[] { "Parallel" }),
        (GivenBackByName, new[] { "Return", "Free", "AlignedFree", "FreeHGlobal", "FreeCoTaskMem", "FreeBSTR" }),
        (GivenBackByImport, new[] { "DllImport" }),
        (UsedBehindExit, new[] { "Exit" }),
        (RemovedAfterDisposal, new[] { "Dispose" }),
        (Replaced, new[] { "Resize", "Copy", "BlockCopy", "CopyTo" }));

    /// <summary>The identifiers that may say something of lifetimes.</summary>
    public static IEnumerable<string> Telling => Finders.Keys;

    /// <summary>The names that the use of an identifier, or the keyword of a lock, makes hot.</summary>
    public static IEnumerable<string> At(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.LockKeyword))
            return token.Parent is LockStatementSyntax section
                ? UsedBehindSection(section, section.SpanStart, section.Span.End).Concat(DisposedBefore(section))
                : Nothing;
        return Finders.TryGetValue(token.ValueText, out Func<SyntaxToken, IEnumerable<string>>? find) ? find(token) : Nothing;
    }

    private static Dictionary<string, Func<SyntaxToken, IEnumerable<string>>> FindersByName(
        params (Func<SyntaxToken, IEnumerable<string>> Find, string[] Names)[] finders) =>
        finders.SelectMany(f => f.Names.Select(n => (Name: n, f.Find))).ToDictionary(f => f.Name, f => f.Find);

    private static IEnumerable<string> RunInParallel(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: var loop }
            ? loop.Select(Handed).OfType<string>()
            : Nothing;

    private static IEnumerable<string> GivenBackByName(SyntaxToken token) => token.Parent is IdentifierNameSyntax ? GivenBack(token) : Nothing;

    private static IEnumerable<string> GivenBackByImport(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } import
            ? NamedTokens.In(type, import.Identifier.ValueText, default).Where(t => t.Parent is IdentifierNameSyntax).SelectMany(GivenBack)
            : Nothing;

    private static IEnumerable<string> UsedBehindExit(SyntaxToken token) =>
        token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Monitor" } }
            ? UsedBehindSection(token.Parent, 0, token.SpanStart)
            : Nothing;

    /// <summary>What a call copies and the same method stores to.</summary>
    private static IEnumerable<string> Replaced(SyntaxToken token)
    {
        if (token.Parent?.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access ||
            call.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method)
        {
            return Nothing;
        }

        IEnumerable<SyntaxNode> operands = access.Name.Identifier.ValueText == "CopyTo" ? new SyntaxNode[] { access.Expression } : call.ArgumentList.Arguments;
        var copied = new HashSet<string>(operands.SelectMany(Names));
        return method.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && copied.Contains(t.ValueText) && FieldUse.IsChange(t))
            .Select(t => t.ValueText);
    }

    /// <summary>What a call gives back, and what a local that it gives back was taken from; and the code that uses any of it.</summary>
    private static IEnumerable<string> GivenBack(SyntaxToken name)
    {
        if (name.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return Nothing;
        SyntaxNode operand = call.ArgumentList.Arguments.Count > 0
            ? call.ArgumentList.Arguments[0]
            : (call.Expression as MemberAccessExpressionSyntax)?.Expression ?? call.Expression;
        var given = new HashSet<string>(Names(operand));
        if (call.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is { } method)
        {
            // From the last to the first: what a local was taken from may be another local.
            foreach (SyntaxNode node in method.DescendantNodes().Reverse())
            {
                if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } local && given.Contains(local.Identifier.ValueText))
                    given.UnionWith(Names(value));
                else if (node is ForEachStatementSyntax loop && given.Contains(loop.Identifier.ValueText))
                    given.UnionWith(Names(loop.Expression));
            }

            given.UnionWith(method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(i => i.Expression).OfType<MemberAccessExpressionSyntax>()
                .Where(a => a.Expression is IdentifierNameSyntax).Select(a => a.Name.Identifier.ValueText));
        }

        // What others do with the memory they do by the type's methods.
        return given.Concat(given.SelectMany(g => NamedTokens.In(type, g, default)).Select(t => MethodAround(t, type)).OfType<MethodDeclarationSyntax>()
            .Select(m => m.Identifier.ValueText).Where(m => !FieldUse.IsDisposal(m))).ToList();
    }

    /// <summary>The method of the type in which a token stands; null where it stands elsewhere.</summary>
    private static MethodDeclarationSyntax? MethodAround(SyntaxToken token, TypeDeclarationSyntax type)
    {
        SyntaxNode? at = token.Parent;
        while (at is not null && at.Parent != type)
            at = at.Parent;
        return at as MethodDeclarationSyntax;
    }

    /// <summary>What is disposed right before the section, and set in it.</summary>
    private static IEnumerable<string> DisposedBefore(LockStatementSyntax section) => section.Parent is not BlockSyntax block ? Nothing
        : block.Statements.TakeWhile(s => s != section).OfType<ExpressionStatementSyntax>().Select(s => s.Expression).OfType<InvocationExpressionSyntax>()
            .Select(i => i.Expression).OfType<MemberAccessExpressionSyntax>()
            .Where(a => a.Name.Identifier.ValueText == "Dispose" &&
                section.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(s => s.Left.ToString() == a.Expression.ToString()))
            .SelectMany(a => GivenBack(a.Name.Identifier));

    /// <summary>The tables out of which something is taken behind the disposal of an object, or by a method that is given it, and that method.</summary>
    private static IEnumerable<string> RemovedAfterDisposal(SyntaxToken token)
    {
        if (token.Parent?.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var item } } access ||
            access.FirstAncestorOrSelf<StatementSyntax>() is not
            {
                Parent: BlockSyntax { Parent: MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } } body,
            } disposal)
        {
            return Nothing;
        }

        return body.Statements.SkipWhile(s => s != disposal).Skip(1).SelectMany(static s => s.DescendantNodes()).OfType<InvocationExpressionSyntax>()
            .SelectMany(c => c.Expression is not IdentifierNameSyntax { Identifier.ValueText: var helper } ? TablesTakenFrom(c)
                : c.ArgumentList.Arguments.Any(a => a.Expression is IdentifierNameSyntax given && given.Identifier.ValueText == item)
                    ? type.Members.OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.ValueText == helper).SelectMany(TablesTakenFrom).Prepend(helper)
                    : Nothing)
            .ToList();
    }

    private static IEnumerable<string> TablesTakenFrom(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Select(static c => c.Expression).OfType<MemberAccessExpressionSyntax>()
            .Where(static a => a.Name.Identifier.ValueText.StartsWith("Remove", StringComparison.Ordinal)).SelectMany(static a => Names(a.Expression));

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(i => i.Identifier.ValueText);

    /// <summary>
    /// The tables to which a critical section adds an object that the method goes on using behind it, or from which it takes one out to remove it later.
    /// </summary>
    private static IEnumerable<string> UsedBehindSection(SyntaxNode section, int start, int end)
    {
        if (section.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { Body: { } body })
            yield break;
        foreach (SyntaxNode node in body.DescendantNodes(TextSpan.FromBounds(Math.Max(start, body.SpanStart), end)))
        {
            (ExpressionSyntax? table, SyntaxNode? item) = TableAndItem(node);
            if (table is IdentifierNameSyntax { Identifier.ValueText: var name } && item?.GetLastToken() is { RawKind: (int)SyntaxKind.IdentifierToken } used &&
                body.DescendantNodes(TextSpan.FromBounds(end, body.Span.End)).OfType<MemberAccessExpressionSyntax>()
                    .Any(m => m.SpanStart >= end && m.Expression is IdentifierNameSyntax { Identifier.ValueText: var again } && again == used.ValueText))
            {
                yield return name;
            }
        }
    }

    private static (ExpressionSyntax? Table, SyntaxNode? Item) TableAndItem(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Insert" or "Enqueue" or "TryGetValue" } call,
            ArgumentList.Arguments: { Count: > 0 } arguments,
        } => (call.Expression, arguments.Last()),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } assignment => (element.Expression, assignment.Right),
        _ => default,
    };

    /// <summary>The methods handed to a thread, timer or event in a body that still stores something afterwards: they may see it too late.</summary>
    private static IEnumerable<string> StartedBeforeStores(SyntaxToken starter)
    {
        if (starter.Parent?.FirstAncestorOrSelf<SyntaxNode>(n => n is BaseMethodDeclarationSyntax) is not BaseMethodDeclarationSyntax { Body: { } body } ||
            starter.Parent.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Parent != body)
        {
            return Nothing;
        }

        return body.Statements.Skip(body.Statements.IndexOf(statement) + 1).Any(IsStore)
            ? body.Statements.SelectMany(s => s.DescendantNodes()).Select(Handed).OfType<string>()
            : Nothing;
    }

    private static bool IsStore(StatementSyntax statement) => statement is ExpressionStatementSyntax
    {
        Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: not LiteralExpressionSyntax }
    };

    /// <summary>What is named as an argument or a handler without being called; or called by a lambda that does nothing else.</summary>
    private static string? Handed(SyntaxNode node)
    {
        ExpressionSyntax? handed = node switch
        {
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } argument => argument.Expression,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } subscription => subscription.Right,
            _ => null,
        };
        if (handed is LambdaExpressionSyntax { Body: InvocationExpressionSyntax call })
            handed = call.Expression;
        return handed switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        };
    }
}
