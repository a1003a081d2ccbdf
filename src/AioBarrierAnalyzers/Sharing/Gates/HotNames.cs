using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>
/// Finds the names in one file for which there may be evidence: volatile fields, what is handed to Volatile and Interlocked, flags that change,
/// thread-safe collections, pointers, and what is used under locks. By tokens alone, before anything is bound: a member that uses none of them takes part in no
/// protocol.
/// </summary>
internal sealed class HotNames
{
    private static readonly HashSet<string> Integers = new() { "int", "long", "uint", "ulong", "short", "byte", "nint", "nuint" };

    /// <summary>What the words of threads say.</summary>
    private static readonly Dictionary<string, Action<HotNames, SyntaxToken>> Words = ActionsByName(
        ((names, token) => names.AddTarget(token), new[] { "Volatile", "Interlocked", "VolatileRead", "VolatileWrite" }),
        ((names, _) => names._isMarked = true, new[] { "MemoryBarrier" }),
        ((names, _) => names._signals = true, new[]
        {
            "ManualResetEvent", "ManualResetEventSlim", "AutoResetEvent", "EventWaitHandle", "CountdownEvent", "SpinWait", "Yield", "ThreadSafe",
            "ThreadSafeAttribute",
        }),
        ((names, _) => names._startsThreads = true, new[] { "Timer", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject" }),
        ((names, token) => names.AddStarted(token), new[] { "Thread", "Run", "StartNew", "QueueUserWorkItem" }),
        ((names, _) => names._isLocked = true, new[]
        {
            "Monitor", "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "SemaphoreSlim",
        }),
        ((names, token) => names._hot.UnionWith(NamesOf(token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>())),
            new[] { "GuardedBy", "GuardedByAttribute" }),
        ((names, token) => names.AddAddress(token), new[] { "Unsafe", "MemoryMarshal" }));

    private readonly HashSet<string> _hot = new();
    private readonly HashSet<string> _fields = new();
    private readonly HashSet<string> _declared = new();
    private readonly Dictionary<string, NameUse> _used = new();

    // Plain flags and integers: hot where something changes them after construction.
    private readonly HashSet<string> _flags = new();
    private readonly HashSet<string> _integers = new();
    private readonly HashSet<string> _changed = new();
    private readonly HashSet<string> _addresses = new();

    // References and events: hot where the file starts threads, something takes the value away, and something tests it.
    private readonly HashSet<string> _references = new();
    private readonly HashSet<string> _taken = new();
    private readonly HashSet<string> _tested = new();
    private bool _startsThreads;
    private bool _signals;
    private bool _isMarked;
    private bool _followsAddress;
    private bool _isLocked;

    private HotNames()
    {
    }

    public static FileNames Of(SyntaxTree tree, CancellationToken cancellation)
    {
        SyntaxNode root = tree.GetRoot(cancellation);
        var names = new HotNames();
        names.AddDeclared(root);
        names.AddUsed(root);

        // Where threads meet and nothing in the file is marked, plain indices and counts are all that a protocol can be made of.
        bool isBare = !names._isMarked && (names._startsThreads || names._signals || names._followsAddress);
        IEnumerable<string> plain = isBare ? names._flags.Concat(names._integers) : names._flags;
        names._hot.UnionWith(plain.Where(names._changed.Contains));

        if (names._startsThreads)
            names._hot.UnionWith(names._references.Where(name => names._taken.Contains(name) && names._tested.Contains(name)));

        // Pointers and references made by hand lead to shared memory where something marks it, or where they are followed as to a header.
        if (names._isMarked || names._followsAddress)
            names._hot.UnionWith(names._addresses);
        if (names._isLocked)
            names._hot.UnionWith(LockedNames.Of(root, cancellation));
        return new FileNames(names._hot, names._fields, names._declared, new HashSet<string>(names._used.Keys), names._changed, names._startsThreads);
    }

    private void AddDeclared(SyntaxNode root)
    {
        foreach (SyntaxNode member in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (member)
            {
                case FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                    foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                        Add(variable.Identifier.ValueText, field.Declaration.Type, field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword));
                    break;
                case EventFieldDeclarationSyntax handlers:
                    _references.UnionWith(handlers.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    _taken.UnionWith(handlers.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    break;
                case PropertyDeclarationSyntax property:
                    Add(property.Identifier.ValueText, property.Type,
                        property.AccessorList?.Accessors.Any(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) != true);
                    break;
                case MethodDeclarationSyntax method:
                    _declared.Add(method.Identifier.ValueText);
                    break;
            }
        }
    }

    private void Add(string name, TypeSyntax type, bool isReadOnly)
    {
        _fields.Add(name);
        _declared.Add(name);
        if (IsConcurrent(type))
            _hot.Add(name);
        else if (type is PointerTypeSyntax)
            _addresses.Add(name);
        else if (isReadOnly)
            return;
        else if (type is PredefinedTypeSyntax { Keyword.ValueText: "bool" })
            _flags.Add(name);
        else if (Integers.Contains(type.ToString()))
            _integers.Add(name);
        else
            _references.Add(name);
    }

    private static bool IsConcurrent(TypeSyntax type) =>
        type is GenericNameSyntax { Identifier.ValueText: var name } && (name.StartsWith("Concurrent", StringComparison.Ordinal) || name == "Channel");

    /// <summary>Adds what is declared volatile, or handed by reference to an atomic or volatile operation; notes which flags and integers change.</summary>
    [MethodImpl(HotPath.Optimized)]
    private void AddUsed(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            switch (token.Kind())
            {
                case SyntaxKind.IdentifierToken:
                    AddIdentifier(token);
                    break;
                case SyntaxKind.VolatileKeyword when token.Parent is FieldDeclarationSyntax field:
                    _hot.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                    _isMarked = true;
                    break;
                case SyntaxKind.LockKeyword:
                    _isLocked = true;
                    AddLifetimes(token);
                    break;
                case SyntaxKind.MinusGreaterThanToken:
                    _followsAddress = true;
                    break;
            }
        }
    }

    /// <summary>Most names say nothing of threads, wherever they stand: what a name can say is looked up once.</summary>
    [MethodImpl(HotPath.Optimized)]
    private void AddIdentifier(SyntaxToken token)
    {
        string name = token.ValueText;
        if (!_used.TryGetValue(name, out NameUse use))
        {
            use = (_flags.Contains(name) || _integers.Contains(name) ? NameUse.Value : _references.Contains(name) ? NameUse.Reference : 0) |
                (Words.ContainsKey(name) || LifetimeNames.IsTelling(name) ? NameUse.Threading : 0);
            _used.Add(name, use);
        }

        if (use == 0)
            return;
        if ((use & NameUse.Value) != 0 && (FieldUse.IsChange(token) || FieldUse.IsWaitedFor(token)))
            _changed.Add(name);
        else if ((use & NameUse.Threading) != 0)
            AddThreading(token);
        if ((use & NameUse.Reference) != 0)
            AddReference(token);
    }

    private void AddReference(SyntaxToken token)
    {
        if (FieldUse.IsChange(token))
            _changed.Add(token.ValueText);
        if (FieldUse.IsNulled(token))
            _taken.Add(token.ValueText);
        else if (FieldUse.IsComparedWithNull(token))
            _tested.Add(token.ValueText);
    }

    private void AddLifetimes(SyntaxToken token) => _hot.UnionWith(LifetimeNames.At(token).Where(_declared.Contains));

    private static Dictionary<string, Action<HotNames, SyntaxToken>> ActionsByName(params (Action<HotNames, SyntaxToken> Act, string[] Names)[] actions) =>
        actions.SelectMany(a => a.Names.Select(n => (Name: n, a.Act))).ToDictionary(a => a.Name, a => a.Act);

    private void AddThreading(SyntaxToken token)
    {
        AddLifetimes(token);
        if (Words.TryGetValue(token.ValueText, out Action<HotNames, SyntaxToken>? act))
            act(this, token);
    }

    private void AddTarget(SyntaxToken token)
    {
        _isMarked = true;
        if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments })
            _hot.UnionWith(TargetNames.Of(arguments[0].Expression));
    }

    private void AddStarted(SyntaxToken token)
    {
        _startsThreads = true;
        _hot.UnionWith(NamesInLambda(token));
    }

    private void AddAddress(SyntaxToken token)
    {
        if (token.Parent is not IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } ||
            access.Expression != token.Parent)
        {
            return;
        }

        _addresses.Add(token.ValueText);
        _followsAddress |= access.Name.Identifier.ValueText == "AsRef";
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax? member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        PropertyDeclarationSyntax property => new[] { property.Identifier.ValueText },
        _ => Enumerable.Empty<string>(),
    };

    /// <summary>
    /// What a loop goes on for, or what is counted, in a lambda that is handed to another thread: a local, perhaps, that the two share.
    /// </summary>
    private static IEnumerable<string> NamesInLambda(SyntaxToken starter)
    {
        SyntaxNode? call = starter.Parent is { } name
            ? name.FirstAncestorOrSelf<SyntaxNode>(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or StatementSyntax)
            : null;
        ArgumentListSyntax? arguments = (call as InvocationExpressionSyntax)?.ArgumentList ?? (call as BaseObjectCreationExpressionSyntax)?.ArgumentList;
        return arguments is null
            ? Enumerable.Empty<string>()
            : arguments.Arguments.Select(a => a.Expression).OfType<AnonymousFunctionExpressionSyntax>().SelectMany(l => l.DescendantNodes()).Select(Condition)
                .Where(c => c is not null)
                .SelectMany(c => c!.DescendantTokens()).Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText);
    }

    /// <summary>The condition of a loop, or of a branch that counts down.</summary>
    private static ExpressionSyntax? Condition(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => loop.Condition,
        PrefixUnaryExpressionSyntax step when step.IsKind(SyntaxKind.PreDecrementExpression) => step.Operand,
        _ => null,
    };

    /// <summary>What the places at which a name stands may say.</summary>
    [Flags]
    private enum NameUse
    {
        /// <summary>It is a flag or an integer, and may be changed there.</summary>
        Value = 1,

        /// <summary>It is a reference, and may be changed, taken away or tested there.</summary>
        Reference = 2,

        /// <summary>It is a word of threads or of lifetimes.</summary>
        Threading = 4,
    }
}
