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
/// thread-safe collections, pointers, events that are reset or set too early, and what is used under locks. By its text and by the tokens at the telling words,
/// before anything is bound: a member that uses none of them takes part in no protocol.
/// </summary>
internal sealed class HotNames
{
    /// <summary>What the words of threads say.</summary>
    private static readonly Dictionary<string, Action<HotNames, SyntaxToken>> Words = ActionsByName(
        ((names, token) => names.AddTarget(token), new[] { "Volatile", "Interlocked", "VolatileRead", "VolatileWrite" }),
        ((names, _) => names._isMarked = true, new[] { "MemoryBarrier" }),
        ((names, _) => names._signals = true, new[]
        {
            "ManualResetEvent", "ManualResetEventSlim", "AutoResetEvent", "EventWaitHandle", "CountdownEvent", "SpinWait", "Yield", "ThreadSafe",
            "ThreadSafeAttribute",
        }),
        ((names, _) => names.StartsThreads = true, new[] { "Timer", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject" }),
        ((names, token) => names.LoopsByItself |= FieldUse.IsWaitedFor(token), new[] { "IsCancellationRequested", "WaitForNextTickAsync" }),
        ((names, token) => names.AddStarted(token), new[] { "Thread", "Run", "StartNew", "QueueUserWorkItem", "Parallel" }),
        ((names, _) => names._isLocked = true, new[]
        {
            "Monitor", "Enter", "TryEnter", "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock", "SemaphoreSlim",
        }),
        ((names, token) => names.Names.UnionWith(NamesOf(token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>())),
            new[] { "GuardedBy", "GuardedByAttribute" }),
        ((names, token) => names.AddAddress(token), new[] { "Unsafe", "MemoryMarshal" }));

    /// <summary>The words that are looked at in every file.</summary>
    private static readonly WordTable<NameUse> Threading = ThreadingWords();

    private readonly SyntaxNode _root;
    private readonly string _text;
    private readonly DeclaredNames _declared;

    // Plain flags and integers: hot where something changes them after construction.
    private readonly HashSet<string> _changed = new();
    private readonly HashSet<string> _addresses;

    // References and events: hot where the file starts threads, something takes the value away, and something tests it.
    private readonly HashSet<string> _taken;
    private readonly HashSet<string> _tested = new();
    private readonly Lazy<HashSet<string>> _allChanged;
    private bool _signals;
    private bool _isMarked;
    private bool _followsAddress;
    private bool _isLocked;

    public HotNames(SyntaxTree tree, DeclaredNames declared, CancellationToken cancellation)
    {
        _root = tree.GetRoot(cancellation);
        _text = FileText.Of(tree, cancellation);
        _declared = declared;
        _addresses = new HashSet<string>(declared.Pointers);
        _taken = new HashSet<string>(declared.Events);
        _allChanged = new Lazy<HashSet<string>>(AddReferences);
        Names.UnionWith(declared.Concurrent);
        AddUsed(ValuesAndThreading());
        _followsAddress |= HasArrow(tree, cancellation);

        // Where threads meet and nothing in the file is marked, plain indices and counts are all that a protocol can be made of.
        bool isBare = !_isMarked && (StartsThreads || _signals || _followsAddress);
        Names.UnionWith((isBare ? declared.Flags.Concat(declared.Integers) : declared.Flags).Where(_changed.Contains));
        if (StartsThreads)
        {
            _ = _allChanged.Value;
            Names.UnionWith(declared.References.Concat(declared.Events).Where(name => _taken.Contains(name) && _tested.Contains(name)));
        }

        // Pointers and references made by hand lead to shared memory where something marks it, or where they are followed as to a header.
        if (_isMarked || _followsAddress)
            Names.UnionWith(_addresses);
        if (_isLocked)
            Names.UnionWith(LockedNames.Of(_root, cancellation));
    }

    /// <summary>Names for which there may be evidence of several threads.</summary>
    public HashSet<string> Names { get; } = new();

    /// <summary>Fields and properties that are changed between construction and disposal.</summary>
    public HashSet<string> Changed => _allChanged.Value;

    /// <summary>Something in the file starts threads, work items or timers.</summary>
    public bool StartsThreads { get; private set; }

    /// <summary>Some loop in the file goes on until it is cancelled, or as a timer ticks.</summary>
    public bool LoopsByItself { get; private set; }

    private static bool HasArrow(SyntaxTree tree, CancellationToken cancellation) =>
        NamedTokens.In(tree, "->", cancellation).Any(t => t.IsKind(SyntaxKind.MinusGreaterThanToken));

    private static WordTable<NameUse> ThreadingWords()
    {
        var table = new WordTable<NameUse>();
        foreach (string name in Words.Keys.Concat(LifetimeNames.Telling))
            table.Add(name, NameUse.Threading);
        table.Add("volatile", NameUse.Keyword);
        table.Add("lock", NameUse.Keyword);
        return table;
    }

    /// <summary>The words that are looked at in this file.</summary>
    private WordTable<NameUse> ValuesAndThreading()
    {
        var table = new WordTable<NameUse>(Threading);
        foreach (string name in _declared.Flags.Concat(_declared.Integers))
            table.GetOrAdd(name, 0, name.Length, out _) |= NameUse.Value;
        foreach (string name in _declared.Signals)
            table.GetOrAdd(name, 0, name.Length, out _) |= NameUse.Signal;
        return table;
    }

    /// <summary>The names of references stand everywhere, and are looked at only where threads are started.</summary>
    private HashSet<string> AddReferences()
    {
        var table = new WordTable<NameUse>();
        foreach (string name in _declared.References.Concat(_declared.Events))
            table.Add(name, NameUse.Reference);
        AddUsed(table);
        return _changed;
    }

    /// <summary>Adds what is declared volatile, or handed by reference to an atomic or volatile operation; notes what is changed.</summary>
    [MethodImpl(HotPath.Optimized)]
    private void AddUsed(WordTable<NameUse> telling)
    {
        var reader = new WordReader(_text, 0, _text.Length);
        while (reader.MoveNext())
        {
            if (!telling.TryFind(_text, reader.Start, reader.Length, out string word, out NameUse use) || IsSettled(word, use))
                continue;

            // What stands in a comment or a string is no token of its own.
            SyntaxToken token = _root.FindToken(reader.Start);
            if (!token.Span.Contains(reader.Start) || token.ValueText != word)
                continue;
            if (token.IsKind(SyntaxKind.IdentifierToken))
                AddIdentifier(token, use);
            else
                AddKeyword(token);
        }
    }

    /// <summary>Another place of the name can say no more.</summary>
    private bool IsSettled(string name, NameUse use) => use switch
    {
        NameUse.Value => _changed.Contains(name),
        NameUse.Signal => Names.Contains(name),
        NameUse.Reference => _changed.Contains(name) && _taken.Contains(name) && _tested.Contains(name),
        _ => false,
    };

    private void AddKeyword(SyntaxToken token)
    {
        if (token.IsKind(SyntaxKind.LockKeyword))
        {
            _isLocked = true;
            AddLifetimes(token);
            if (token.Parent is LockStatementSyntax section)
                Names.UnionWith(AnnouncedNames.Of(section));
        }
        else if (token.IsKind(SyntaxKind.VolatileKeyword) && token.Parent is FieldDeclarationSyntax field)
        {
            Names.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
            _isMarked = true;
        }
    }

    private void AddIdentifier(SyntaxToken token, NameUse use)
    {
        if (use == NameUse.Reference)
            AddReference(token);
        else if ((use & NameUse.Value) != 0 && (FieldUse.IsChange(token) || FieldUse.IsWaitedFor(token)))
            _changed.Add(token.ValueText);
        else if ((use & NameUse.Threading) != 0)
            AddThreading(token);
        else if (use == NameUse.Signal && SignalUse.IsTelling(token))
            Names.Add(token.ValueText);
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

    private void AddLifetimes(SyntaxToken token) => Names.UnionWith(LifetimeNames.At(token).Where(_declared.All.Contains));

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
            Names.UnionWith(TargetNames.Of(arguments[0].Expression));
    }

    private void AddStarted(SyntaxToken token)
    {
        StartsThreads = true;
        Names.UnionWith(NamesInCode(token));
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

    /// <summary>What is counted up or added to.</summary>
    private static ExpressionSyntax? Sum(SyntaxNode node) => node switch
    {
        PostfixUnaryExpressionSyntax step => step.Operand,
        PrefixUnaryExpressionSyntax step when step.IsKind(SyntaxKind.PreIncrementExpression) => step.Operand,
        AssignmentExpressionSyntax sum when !sum.IsKind(SyntaxKind.SimpleAssignmentExpression) => sum.Left,
        _ => null,
    };

    /// <summary>
    /// What a loop goes on for, or what is counted, in a lambda or local function that is handed to another thread: a local, perhaps, that the two share.
    /// </summary>
    private static IEnumerable<string> NamesInCode(SyntaxToken starter)
    {
        SyntaxNode? call = starter.Parent is { } name
            ? name.FirstAncestorOrSelf<SyntaxNode>(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or StatementSyntax)
            : null;
        ArgumentListSyntax? arguments = (call as InvocationExpressionSyntax)?.ArgumentList ?? (call as BaseObjectCreationExpressionSyntax)?.ArgumentList;
        return arguments is null
            ? Enumerable.Empty<string>()
            : arguments.Arguments.Select(a => CodeOf(a.Expression)).SelectMany(c => c is null ? Enumerable.Empty<string>() : SharedNamesIn(c));
    }

    private static IEnumerable<string> SharedNamesIn(SyntaxNode code)
    {
        HashSet<string>? own = null;
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (Condition(node) is { } condition)
            {
                foreach (SyntaxToken token in condition.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)))
                    yield return token.ValueText;
            }
            else if (Sum(node) is IdentifierNameSyntax { Identifier.ValueText: var sum } && !(own ??= DeclaredIn(code)).Contains(sum))
            {
                yield return sum;
            }
        }
    }

    private static HashSet<string> DeclaredIn(SyntaxNode code) => new(code.DescendantNodesAndSelf().Select(n => n switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax variable => variable.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        _ => string.Empty,
    }));

    private static SyntaxNode? CodeOf(ExpressionSyntax handed) => handed switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda,
        IdentifierNameSyntax name => name.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantNodes().OfType<LocalFunctionStatementSyntax>()
            .FirstOrDefault(f => f.Identifier.ValueText == name.Identifier.ValueText),
        _ => null,
    };

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

        /// <summary>It is <c>lock</c> or <c>volatile</c>.</summary>
        Keyword = 8,

        /// <summary>It is an event or a semaphore, and may be set or reset there.</summary>
        Signal = 16,
    }
}
