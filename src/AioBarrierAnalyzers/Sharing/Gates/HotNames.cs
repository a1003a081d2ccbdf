using System.Collections.Generic;
using System.Linq;
using System.Threading;
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

    private readonly HashSet<string> _hot = new();
    private readonly HashSet<string> _fields = new();
    private readonly HashSet<string> _declared = new();
    private readonly HashSet<string> _used = new();

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
        return new FileNames(names._hot, names._fields, names._declared, names._used, names._changed, names._startsThreads);
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
        type is GenericNameSyntax { Identifier.ValueText: var name } && (name.StartsWith("Concurrent", System.StringComparison.Ordinal) || name == "Channel");

    /// <summary>Adds what is declared volatile, or handed by reference to an atomic or volatile operation; notes which flags and integers change.</summary>
    private void AddUsed(SyntaxNode root)
    {
        foreach (SyntaxToken token in root.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.VolatileKeyword) && token.Parent is FieldDeclarationSyntax field)
            {
                _hot.UnionWith(field.Declaration.Variables.Select(v => v.Identifier.ValueText));
                _isMarked = true;
            }
            else if (token.IsKind(SyntaxKind.LockKeyword))
            {
                _isLocked = true;
                AddLifetimes(token);
            }
            else if (token.IsKind(SyntaxKind.MinusGreaterThanToken))
            {
                _followsAddress = true;
            }
            else if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                _used.Add(token.ValueText);
                if ((_flags.Contains(token.ValueText) || _integers.Contains(token.ValueText)) && (FieldUse.IsChange(token) || FieldUse.IsWaitedFor(token)))
                    _changed.Add(token.ValueText);
                else
                    AddThreading(token);
                if (_references.Contains(token.ValueText))
                    AddReference(token);
            }
        }
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

    private void AddThreading(SyntaxToken token)
    {
        AddLifetimes(token);
        switch (token.ValueText)
        {
            case "Volatile" or "Interlocked" or "VolatileRead" or "VolatileWrite":
                _isMarked = true;
                if (token.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments: { Count: > 0 } arguments })
                    _hot.UnionWith(TargetNames.Of(arguments[0].Expression));
                break;
            case "ManualResetEvent" or "ManualResetEventSlim" or "AutoResetEvent" or "EventWaitHandle" or "CountdownEvent" or "SpinWait" or "Yield" or
                "ThreadSafe" or "ThreadSafeAttribute":
                _signals = true;
                break;
            case "MemoryBarrier":
                _isMarked = true;
                break;
            case "Timer" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject":
                _startsThreads = true;
                break;
            case "Thread" or "Run" or "StartNew" or "QueueUserWorkItem":
                _startsThreads = true;
                _hot.UnionWith(NamesInLambda(token));
                break;
            case "Monitor" or "Enter" or "TryEnter" or "EnterScope" or "EnterReadLock" or "EnterWriteLock" or "EnterUpgradeableReadLock" or "SemaphoreSlim":
                _isLocked = true;
                break;
            case "GuardedBy" or "GuardedByAttribute":
                _hot.UnionWith(NamesOf(token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>()));
                break;
            case "Unsafe" or "MemoryMarshal"
                when token.Parent is IdentifierNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access } &&
                access.Expression == token.Parent:
                _addresses.Add(token.ValueText);
                _followsAddress |= access.Name.Identifier.ValueText == "AsRef";
                break;
        }
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
}
