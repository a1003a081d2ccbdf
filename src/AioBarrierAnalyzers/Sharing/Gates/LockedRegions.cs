using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>The identifiers of one member, each with the lock that is held there as far as tokens tell.</summary>
internal sealed class LockedRegions
{
    private readonly List<LockedUse> _uses = new();
    private readonly ISet<string> _locks;
    private int _regions;

    /// <param name="member">The member.</param>
    /// <param name="locks">The fields of the file that hold locks of the library: a using statement that names one may hold it.</param>
    public LockedRegions(MemberDeclarationSyntax member, ISet<string> locks)
    {
        _locks = locks;
        Name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => string.Empty,
        };
        IsConstruction = member is ConstructorDeclarationSyntax or DestructorDeclarationSyntax;
        IsPrivate = !member.Modifiers
            .Any(m => m.IsKind(SyntaxKind.PublicKeyword) || m.IsKind(SyntaxKind.ProtectedKeyword) || m.IsKind(SyntaxKind.InternalKeyword));
        Scan(member, null, isLater: false);
    }

    public string Name { get; }

    public bool IsConstruction { get; }

    public bool IsPrivate { get; }

    public bool HasLock => _regions > 0;

    /// <summary>A reader's lock is taken somewhere in it.</summary>
    public bool HasSharedLock { get; private set; }

    public IReadOnlyList<LockedUse> Uses => _uses;

    /// <summary>What is assigned, or changed by a member whose name says so.</summary>
    public IEnumerable<string> Changed => _uses.Where(u => u.IsChange).Select(u => u.Name);

    /// <summary>What is returned under a lock, to others or to a member that goes through it, and read behind it.</summary>
    public IEnumerable<string> HandedOut => _uses.Where(u => u.IsHandedOut && u.Region is not null && !u.IsLater).Select(u => u.Name);

    /// <summary>Names changed in critical sections of a member that has several of them, one after the other, or that waits inside one.</summary>
    public IEnumerable<string> ChangedInSeveralSections =>
        HasWait || _uses.Where(u => u.Region is not null).Select(u => Outermost(u.Region!)).Distinct().Count() > 1
        ? _uses.Where(u => u.Region is not null && u.IsChange).Select(u => u.Name)
        : Enumerable.Empty<string>();

    /// <summary>Waits on a condition, which gives the lock back in between.</summary>
    private bool HasWait { get; set; }

    private static Region Outermost(Region region)
    {
        while (region.Outer is { } outer)
            region = outer;
        return region;
    }

    private void Scan(SyntaxNode node, Region? region, bool isLater)
    {
        if (node is BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AttributeListSyntax)
            return;
        Region? open = region;
        if (node is AnonymousFunctionExpressionSyntax function && RunsLater(function))
        {
            open = region = null;
            isLater = true;
        }

        foreach (SyntaxNodeOrToken child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
            {
                Scan(inner, node switch
                {
                    LockStatementSyntax statement when inner == statement.Statement => Open(LockName(statement.Expression), open, isShared: false),
                    UsingStatementSyntax scope when inner == scope.Statement => WithScope((SyntaxNode?)scope.Expression ?? scope.Declaration, open),
                    _ => open,
                }, isLater);

                // What a statement opens holds for those that follow it, to the end of the block.
                if (inner is StatementSyntax and not BlockSyntax && node is BlockSyntax or SwitchSectionSyntax or MethodDeclarationSyntax)
                    open = After((StatementSyntax)inner, open, region);
                else if (inner is ExpressionStatementSyntax embedded && node is not GlobalStatementSyntax)
                    HasWait |= IsWait(Operation(embedded));
            }
            else if (child.AsToken() is var token && token.IsKind(SyntaxKind.IdentifierToken))
            {
                Note(token, open, isLater);
            }
        }
    }

    private Region? After(StatementSyntax statement, Region? open, Region? outer)
    {
        if (Operation(statement) is not { } call)
            return statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } scope ? WithScope(scope.Declaration, open) : open;
        string name = call.Name.Identifier.ValueText;
        if (name.StartsWith("Exit", System.StringComparison.Ordinal) || name == "Release")
            return outer;
        if (IsWait(call))
        {
            HasWait = true;
            return open;
        }

        bool isShared = name is "EnterReadLock" or "TryEnterReadLock" or "EnterUpgradeableReadLock";
        HasSharedLock |= isShared;
        string target = Target(call) == "Monitor"
            ? LockName((call.Parent as InvocationExpressionSyntax)?.ArgumentList.Arguments.FirstOrDefault()?.Expression)
            : LockName(call.Expression);
        return Open(target, open, isShared);
    }

    /// <summary>What a using statement makes of a lock that it names: a scope that holds it, for all that tokens tell.</summary>
    private Region? WithScope(SyntaxNode? made, Region? open)
    {
        if (_locks.Count == 0 || made is null)
            return open;
        IdentifierNameSyntax? named = made.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>()
            .FirstOrDefault(n => _locks.Contains(n.Identifier.ValueText));
        if (named is null)
            return open;

        // Nobody knows whether other readers are let in; then what is changed there needs a look.
        HasSharedLock = true;
        return Open(named.Identifier.ValueText, open, isShared: true);
    }

    /// <summary>The call of a lock's member in a statement; null where there is none.</summary>
    private static MemberAccessExpressionSyntax? Operation(StatementSyntax statement)
    {
        if (statement is not (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or IfStatementSyntax or TryStatementSyntax))
            return null;
        SyntaxNode part = statement is IfStatementSyntax branch
            ? branch.Condition
            : statement is TryStatementSyntax @try ? (SyntaxNode?)@try.Finally ?? @try.Block : statement;
        return part.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax).OfType<MemberAccessExpressionSyntax>().FirstOrDefault(
            m => m.Parent is InvocationExpressionSyntax &&
                m.Name.Identifier.ValueText is "Enter" or "TryEnter" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" or
                "TryEnterReadLock" or "TryEnterWriteLock" or "Exit" or "ExitReadLock" or "ExitWriteLock" or "ExitUpgradeableReadLock" or
                "Wait" or "WaitAsync" or "Release");
    }

    private static bool IsWait(MemberAccessExpressionSyntax? call) => call is { Name.Identifier.ValueText: "Wait" } && Target(call) == "Monitor";

    private static string Target(MemberAccessExpressionSyntax call) => (call.Expression as IdentifierNameSyntax)?.Identifier.ValueText ?? string.Empty;

    private static string LockName(ExpressionSyntax? expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => expression?.ToString() ?? "?",
    };

    private Region Open(string name, Region? outer, bool isShared)
    {
        _regions++;
        return new Region(name, outer, isShared);
    }

    /// <summary>Handed to a thread, timer or event, or kept.</summary>
    private static bool RunsLater(AnonymousFunctionExpressionSyntax function) => function.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left is not IdentifierNameSyntax || assignment.IsKind(SyntaxKind.AddAssignmentExpression),
        ArgumentSyntax
        {
            Parent.Parent: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Thread" or "Timer" or "Task" } }
        } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } =>
            called.Name.Identifier.ValueText is "Run" or "StartNew" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "ContinueWith" or "Register",
        _ => false,
    };

    private void Note(SyntaxToken token, Region? region, bool isLater)
    {
        SyntaxNode? expression = token.Parent is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name
            ? access
            : token.Parent;
        bool isOfAnother = expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax };
        _uses.Add(new LockedUse(token.ValueText, region, isLater, expression is not null && IsChanged(expression), isOfAnother,
            ReturnedViews.IsReturned(expression) || (region is not null && KeptViews.AreMadeOf(expression))));
    }

    private static bool IsChanged(SyntaxNode expression)
    {
        switch (expression.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Left == expression:
            case PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression):
            case PostfixUnaryExpressionSyntax postfix when !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression):
            case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None):
            case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax element } indexed when element.Left == indexed:
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } called
                when called.Expression == expression && IsChange(called.Name.Identifier.ValueText):
                return true;
            default:
                return false;
        }
    }

    private static bool IsChange(string name) =>
        name is "Enqueue" or "Dequeue" or "Push" or "Pop" or "Clear" or "Insert" || name.StartsWith("Add", System.StringComparison.Ordinal) ||
        name.StartsWith("Remove", System.StringComparison.Ordinal) || name.StartsWith("Try", System.StringComparison.Ordinal);

    /// <summary>A part of a member in which a lock is held.</summary>
    internal sealed class Region
    {
        public Region(string @lock, Region? outer, bool isShared)
        {
            Lock = @lock;
            Outer = outer;
            IsShared = isShared || outer?.IsShared == true;
        }

        public string Lock { get; }

        public Region? Outer { get; }

        /// <summary>Some lock in it is held as a reader.</summary>
        public bool IsShared { get; }
    }
}
