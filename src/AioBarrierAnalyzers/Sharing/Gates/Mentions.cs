using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Says of methods that others cannot call how the whole project calls them. By name alone, with nothing bound, so that the calls of a namesake count as well:
/// what is said of all of them is true of each. Asked seldom, for the few methods on which a finding rests.
/// </summary>
internal sealed class Mentions
{
    /// <summary>The callers of callers are asked so often.</summary>
    private const int MaxLevels = 2;

    /// <summary>For so many names all texts are searched; a filter of the words of each costs about as much as that.</summary>
    private const int FewNames = 8;

    private readonly ConcurrentDictionary<string, Progress> _everywhere = new();
    private readonly ConcurrentDictionary<(SyntaxTree Tree, string Name), Progress> _inFile = new();
    private readonly ConcurrentDictionary<SyntaxTree, WordFilter> _words = new();
    private readonly IReadOnlyList<SyntaxTree> _all;

    /// <param name="all">The files of the project.</param>
    public Mentions(IReadOnlyList<SyntaxTree> all) => _all = all;

    /// <summary>True for a method that is called, and always in a critical section: it leaves the lock to its callers.</summary>
    public bool AreUnderLocks(IMethodSymbol method, CancellationToken cancellation) =>
        method.MethodKind == MethodKind.Ordinary && (method.IsForTheProject() || method.ContainingType.IsHidden()) &&
        AreUnderLocks(method.Name, _all, MaxLevels, cancellation);

    /// <summary>True for a member whose name is used nowhere in the project but in this code.</summary>
    public bool AreIn(SyntaxNode code, ISymbol member, CancellationToken cancellation) => In(_all, member.Name, cancellation)
        .All(mention => mention.SyntaxTree == code.SyntaxTree && code.Span.Contains(mention.Span));

    /// <summary>True for a method that is called, and by constructors alone or by what only they call: it is part of the construction.</summary>
    public bool AreInConstructors(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method is not { MethodKind: MethodKind.Ordinary or MethodKind.PropertySet, IsVirtual: false, IsOverride: false } ||
            !method.ExplicitInterfaceImplementations.IsEmpty ||
            !(method.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal))
        {
            return false;
        }

        // What is called in the files of the type by others is called by others: most of the time there is no need to look further.
        IReadOnlyList<SyntaxTree> own = method.ContainingType.Outermost().DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Distinct().ToList();
        bool isPrivate = method.DeclaredAccessibility == Accessibility.Private || method.ContainingType.DeclaredAccessibility == Accessibility.Private;
        string name = method.AssociatedSymbol?.Name ?? method.Name;
        return AreInConstructors(name, method.AssociatedSymbol is not null, own, MaxLevels, cancellation) &&
            (isPrivate || AreInConstructors(name, method.AssociatedSymbol is not null, _all, MaxLevels, cancellation));
    }

    private bool AreUnderLocks(string name, IReadOnlyList<SyntaxTree> trees, int levels, CancellationToken cancellation) => All(
        name, false, trees, call => call.Ancestors().TakeWhile(IsSameRun)
                .Any(n => n is LockStatementSyntax section && section.Statement.Span.Contains(call.Span) && MayKeepOut(section, call)) ||
            (levels > 0 && CallerOf(call) is { } caller && AreUnderLocks(caller, trees, levels - 1, cancellation)),
        cancellation);

    /// <summary>False for a lock of the caller's own around the use of an object that it was given: who else was given it has another lock.</summary>
    private static bool MayKeepOut(LockStatementSyntax section, ExpressionSyntax call)
    {
        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax receiver } })
            return true;
        string given = receiver.Identifier.ValueText;
        bool isParameter = call.Ancestors().First(n => !IsSameRun(n)) is BaseMethodDeclarationSyntax method &&
            method.ParameterList.Parameters.Any(p => p.Identifier.ValueText == given);
        return !isParameter || section.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == given);
    }

    private bool AreInConstructors(string name, bool isSetter, IReadOnlyList<SyntaxTree> trees, int levels, CancellationToken cancellation) => All(
        name, isSetter, trees, call => call.Parent is InitializerExpressionSyntax ||
            call.Ancestors().First(n => !IsSameRun(n)) is ConstructorDeclarationSyntax ||
            (levels > 0 && CallerOf(call) is { } caller && AreInConstructors(caller, false, trees, levels - 1, cancellation)),
        cancellation);

    /// <summary>True where there are such calls, all of them are of the kind, and the name is used for nothing else but to read a property.</summary>
    private bool All(string name, bool isSetter, IReadOnlyList<SyntaxTree> trees, Func<ExpressionSyntax, bool> isOfTheKind, CancellationToken cancellation)
    {
        bool isFound = false;
        foreach (SimpleNameSyntax mention in In(trees, name, cancellation))
        {
            ExpressionSyntax named = WithReceiver(mention);
            if (isSetter && IsMereRead(named))
                continue;
            ExpressionSyntax? call = isSetter ? named.Parent as AssignmentExpressionSyntax : named.Parent as InvocationExpressionSyntax;
            if (call is null || !isOfTheKind(call))
                return false;
            isFound = true;
        }

        return isFound;
    }

    /// <summary>Neither assigned, counted up or down, nor handed on by reference.</summary>
    private static bool IsMereRead(ExpressionSyntax property) => property.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != property,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or NameColonSyntax => false,
        _ => true,
    };

    /// <summary>A method that is not for everybody, in which the call stands and no lambda is between.</summary>
    private static string? CallerOf(ExpressionSyntax call) =>
        call.Ancestors().FirstOrDefault(n => !IsSameRun(n)) is MethodDeclarationSyntax method && !method.Modifiers.Any(
            m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword) || m.IsKind(SyntaxKind.OverrideKeyword) ||
                m.IsKind(SyntaxKind.VirtualKeyword)) && method.ExplicitInterfaceSpecifier is null
            ? method.Identifier.ValueText
            : null;

    private static bool IsSameRun(SyntaxNode node) =>
        node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    private static ExpressionSyntax WithReceiver(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    private IEnumerable<SimpleNameSyntax> In(IReadOnlyList<SyntaxTree> trees, string name, CancellationToken cancellation) => trees == _all
        ? _everywhere.GetOrAdd(name, n => new Progress(_all, n, _everywhere.Count < FewNames ? null : _words)).All(cancellation)
        : trees.SelectMany(tree => _inFile.GetOrAdd((tree, name), static key => new Progress(new[] { key.Tree }, key.Name, null)).All(cancellation));

    /// <summary>The mentions of a name in some files, as far as they were asked for: the first one often says enough.</summary>
    private sealed class Progress
    {
        private readonly IReadOnlyList<SyntaxTree> _trees;
        private readonly string _name;
        private readonly ConcurrentDictionary<SyntaxTree, WordFilter>? _words;
        private readonly List<SimpleNameSyntax> _found = new();
        private int _begun;
        private IEnumerator<SyntaxToken>? _rest;

        /// <param name="trees">The files.</param>
        /// <param name="name">The name.</param>
        /// <param name="words">The filters of the files' words, to be added to; null where the texts themselves are searched.</param>
        public Progress(IReadOnlyList<SyntaxTree> trees, string name, ConcurrentDictionary<SyntaxTree, WordFilter>? words)
        {
            _trees = trees;
            _name = name;
            _words = words;
        }

        public IEnumerable<SimpleNameSyntax> All(CancellationToken cancellation)
        {
            for (int i = 0; At(i, cancellation) is { } mention; i++)
                yield return mention;
        }

        /// <summary>Null behind the last one.</summary>
        private SimpleNameSyntax? At(int index, CancellationToken cancellation)
        {
            lock (_found)
            {
                while (index >= _found.Count && (_rest is not null || _begun < _trees.Count))
                {
                    cancellation.ThrowIfCancellationRequested();
                    _rest ??= Begin(_trees[_begun++]);
                    if (_rest?.MoveNext() != true)
                        _rest = null;
                    else if (_rest.Current.Parent is SimpleNameSyntax mention)
                        _found.Add(mention);
                }

                return index < _found.Count ? _found[index] : null;
            }
        }

        /// <summary>What is begun goes on for others who ask later: it must not end with the cancellation of whoever asked first.</summary>
        private IEnumerator<SyntaxToken>? Begin(SyntaxTree tree) =>
            MayMention(tree) ? NamedTokens.In(tree, _name, CancellationToken.None).GetEnumerator() : null;

        private bool MayMention(SyntaxTree tree) =>
            _words is null || _words.GetOrAdd(tree, static t => new WordFilter(FileText.Of(t, CancellationToken.None))).MayHold(_name);
    }
}
