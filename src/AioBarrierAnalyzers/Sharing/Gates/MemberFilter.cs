using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>Says of methods, by their tokens, whether they can take part in a protocol. This is what keeps the cost down: the others are never bound.</summary>
internal sealed class MemberFilter
{
    /// <summary>The callers of what uses a hot name are bound, and so often again theirs.</summary>
    private const int MaxLevels = 1;

    /// <summary>What hands code to another thread.</summary>
    private static readonly HashSet<string> Starters = new()
    {
        "Thread", "Timer", "Run", "StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject",
        "Parallel", "ContinueWith", "Register",
    };

    /// <summary>What changes memory in one step.</summary>
    private static readonly HashSet<string> Atomic = new() { "Interlocked" };

    private readonly ConcurrentDictionary<SyntaxTree, FileNames> _files = new();
    private readonly ConcurrentDictionary<IMethodSymbol, MethodNames> _names = new(SymbolEqualityComparer.Default);
    private readonly MethodReader _reader = new();
    private readonly Mentions _mentions;
    private readonly bool _isNarrow;

    /// <param name="mayMatter">Whether a type is judged at all.</param>
    /// <param name="mentions">How the project calls its methods.</param>
    /// <param name="isNarrow">The code may run on a processor of 32 bits.</param>
    public MemberFilter(Func<INamedTypeSymbol, CancellationToken, bool> mayMatter, Mentions mentions, bool isNarrow)
    {
        MayMatter = mayMatter;
        _mentions = mentions;
        _isNarrow = isNarrow;
    }

    /// <summary>Whether a type is judged at all.</summary>
    public Func<INamedTypeSymbol, CancellationToken, bool> MayMatter { get; }

    /// <summary>The methods of a list that use a hot name, or that call such ones which only they can call, or several of them.</summary>
    public RelevantMethods Relevant(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, IEnumerable<string> further, CancellationToken cancellation)
    {
        HashSet<string> hot = HotFor(type, methods, further, cancellation);
        var direct = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var relevant = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var helpers = new HashSet<string>();
        var callable = new HashSet<string>();
        bool Calls(IMethodSymbol method)
        {
            MethodNames names = NamesIn(method, cancellation);
            return names.UseAnyOf(helpers) || names.UseSeveralOf(callable);
        }

        direct.UnionWith(methods.Where(m => NamesIn(m, cancellation).UseAnyOf(hot) || RunsBaseWith(hot, m, cancellation)));
        if (StartedByBase(type, cancellation) is { } started)
        {
            direct.UnionWith(methods.Where(
                m => IsOf(m, type) ? m.MethodKind == MethodKind.Constructor || m.IsOverride : started.Identifiers.Contains(m.Name)));
        }

        IReadOnlyCollection<IMethodSymbol> added = direct;
        for (int level = 0; level <= MaxLevels && added.Count > 0; level++)
        {
            // A property is as good as the field that it shows; and what is handed to another thread shows in whom it meets.
            while (added.Count > 0)
            {
                relevant.UnionWith(added);
                foreach (IMethodSymbol method in added)
                {
                    string name = (method.AssociatedSymbol ?? method).Name;
                    callable.Add(name);
                    if (method.AssociatedSymbol is not null || IsHelper(method))
                        helpers.Add(name);
                }

                added = methods.Where(m => !relevant.Contains(m) && (m.AssociatedSymbol is not null ? Calls(m)
                    : NamesIn(m, cancellation) is var names && names.UseAnyOf(Starters) && (names.UseAnyOf(helpers) || names.UseAnyOf(callable)))).ToList();
            }

            added = methods.Where(m => !relevant.Contains(m) && Calls(m)).ToList();
        }

        AddLockingCallers(methods, relevant, cancellation);

        // A method that does nothing but call one helper shows nothing that the helper does not, unless it hands the helper to a thread of its own.
        var entered = new HashSet<string>();
        foreach (IMethodSymbol method in methods)
        {
            if (!relevant.Contains(method) || direct.Contains(method) || method.AssociatedSymbol is not null || IsHelper(method) ||
                ShowsOrder(method, callable, cancellation) || NamesIn(method, cancellation).UseAnyOf(Starters))
            {
                continue;
            }

            relevant.Remove(method);
            entered.UnionWith(NamesIn(method, cancellation).Identifiers.Where(callable.Contains));
        }

        // The callers that are too far away to be bound.
        foreach (IMethodSymbol method in added.Where(m => !relevant.Contains(m) && !NamesIn(m, cancellation).HasLock && !IsHelper(m)))
            entered.UnionWith(NamesIn(method, cancellation).Identifiers.Where(callable.Contains));

        return new RelevantMethods(methods.Where(relevant.Contains).ToList(), entered);
    }

    /// <summary>
    /// The names in the constructor of a base that hands the object to a thread before the constructor of the type begins: what is overridden may run by then,
    /// called by what that constructor names. Null where there is none.
    /// </summary>
    private MethodNames? StartedByBase(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? at = type.BaseType; at is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false }; at = at.BaseType)
        {
            foreach (IMethodSymbol constructor in at.InstanceConstructors)
            {
                if (!constructor.DeclaringSyntaxReferences.IsEmpty && NamesIn(constructor, cancellation) is var names && names.UseAnyOf(Starters))
                    return names;
            }
        }

        return null;
    }

    /// <summary>An override calls the method that it stands for, which is no member of this type beside it.</summary>
    private bool RunsBaseWith(HashSet<string> hot, IMethodSymbol method, CancellationToken cancellation)
    {
        for (IMethodSymbol at = method; at.OverriddenMethod is { DeclaringSyntaxReferences.IsEmpty: false } overridden; at = overridden)
        {
            if (!NamesIn(at, cancellation).UsesBase)
                return false;
            if (NamesIn(overridden, cancellation).UseAnyOf(hot))
                return true;
        }

        return false;
    }

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition);

    /// <summary>A private helper that takes no lock is seen under the locks of its callers: without them it would seem to hold none.</summary>
    private void AddLockingCallers(IReadOnlyList<IMethodSymbol> methods, HashSet<IMethodSymbol> relevant, CancellationToken cancellation)
    {
        bool IsBareHelper(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Private && !NamesIn(method, cancellation).HasLock;
        var helpers = new HashSet<string>(relevant.Where(IsBareHelper).Select(m => (m.AssociatedSymbol ?? m).Name));
        for (bool hasGrown = helpers.Count > 0; hasGrown;)
        {
            List<IMethodSymbol> callers = methods.Where(m => !relevant.Contains(m) && (NamesIn(m, cancellation).HasLock || IsBareHelper(m)) &&
                NamesIn(m, cancellation).UseAnyOf(helpers)).ToList();
            relevant.UnionWith(callers);
            helpers.UnionWith(callers.Where(IsBareHelper).Select(m => (m.AssociatedSymbol ?? m).Name));
            hasGrown = callers.Count > 0;
        }
    }

    /// <summary>Part of the construction: called by constructors and by nobody else of the project.</summary>
    public bool IsOfConstruction(IMethodSymbol method, CancellationToken cancellation) => _mentions.AreInConstructors(method, cancellation);

    private HashSet<string> HotFor(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, IEnumerable<string> further, CancellationToken cancellation)
    {
        var hot = new HashSet<string>(further);
        HashSet<SyntaxTree> trees = new(type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree));
        foreach (SyntaxTree tree in trees)
            hot.UnionWith(NamesOf(tree, cancellation).Hot);
        foreach (SyntaxReference part in type.Outermost().DeclaringSyntaxReferences)
            hot.UnionWith(NamesOf(part.SyntaxTree, cancellation).ViewsBeside(part.GetSyntax(cancellation)));

        hot.UnionWith(TornNamesOf(type, cancellation));
        AddHelpersAround(type, hot, cancellation);
        AddLeased(type, methods, hot, cancellation);
        hot.UnionWith(StructsOf(type).Where(f => ChangesItself(f.Type.OriginalDefinition, cancellation)).Select(static f => f.Name));

        // What is inherited is judged in the type that declares it, but for what this type has a part in.
        var inherited = new HashSet<string>(methods.Select(m => m.DeclaringSyntaxReferences[0].SyntaxTree).Distinct().Where(t => !trees.Contains(t))
            .SelectMany(tree => NamesOf(tree, cancellation).Hot).Where(name => !hot.Contains(name)));
        foreach (SyntaxTree tree in inherited.Count > 0 ? trees : Enumerable.Empty<SyntaxTree>())
            hot.UnionWith(NamedTokens.UsedIn(tree, inherited, cancellation));
        return hot;
    }

    /// <summary>
    /// A nested type calls private methods of those around it as they do themselves: a lease gives back what only its owner knows how to. A method that updates
    /// something atomically is right without its callers.
    /// </summary>
    private void AddHelpersAround(INamedTypeSymbol type, HashSet<string> hot, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            foreach (ISymbol member in outer.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private } helper &&
                    helper.DeclaringSyntaxReferences.Length > 0 && NamesIn(helper, cancellation) is var names && names.UseAnyOf(hot) &&
                    !names.HasLock && !names.UseAnyOf(Atomic))
                {
                    hot.Add(helper.Name);
                }
            }
        }
    }

    /// <summary>What a nested type reads of those around it belongs to the protocol that its disposal takes part in.</summary>
    private void AddLeased(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, HashSet<string> hot, CancellationToken cancellation)
    {
        if (type.ContainingType is null || !methods.Any(m => FieldUse.IsDisposal(m.Name) && NamesIn(m, cancellation).UseAnyOf(hot)))
            return;
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            hot.UnionWith(outer.GetMembers().OfType<IFieldSymbol>().Where(static f => !f.IsConst).Select(static f => f.Name));
    }

    /// <summary>The fields whose structs are declared in the same file, for the type's own use.</summary>
    private static IEnumerable<IFieldSymbol> StructsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(
        f => f is { IsConst: false, IsReadOnly: false, Type: { TypeKind: TypeKind.Struct, DeclaringSyntaxReferences: { Length: > 0 } parts } } &&
            type.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == parts[0].SyntaxTree));

    /// <summary>The memory of a struct is that of whoever holds it: where its methods change it atomically, so does who calls them.</summary>
    private bool ChangesItself(ITypeSymbol part, CancellationToken cancellation) => part.GetMembers().Any(m => m is IMethodSymbol
        { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaringSyntaxReferences.Length: > 0 } method && NamesIn(method, cancellation).UseAnyOf(Atomic));

    /// <summary>What may be seen half stored, where the files of the type start threads, or loop by themselves, and change it.</summary>
    public IEnumerable<string> TornNamesOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        List<FileNames> files = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Distinct().Select(tree => NamesOf(tree, cancellation)).ToList();
        return files.Exists(static f => f.StartsThreads || f.LoopsByItself)
            ? WideNames(type).Where(name => files.Exists(f => f.Changed.Contains(name)))
            : Enumerable.Empty<string>();
    }

    /// <summary>
    /// The fields and properties of the type, and of those nested in it and around it, whose values are read and written in more than one piece.
    /// </summary>
    private IEnumerable<string> WideNames(INamedTypeSymbol type) => type.Outermost().WithNested().SelectMany(t => t.GetMembers()).Where(m => m switch
    {
        IFieldSymbol { IsReadOnly: false, IsConst: false } field => WideValues.IsWide(field.Type) || (_isNarrow && WideValues.IsLong(field.Type)),
        IPropertySymbol { SetMethod: not null } property => WideValues.IsWide(property.Type) || (_isNarrow && WideValues.IsLong(property.Type)),
        _ => false,
    }).Select(m => m.Name);

    /// <summary>Called by this type alone, or by those derived from it.</summary>
    private static bool IsHelper(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    /// <summary>Whether a method may put what its helpers do in an order with something else: a second helper, a field, a lock or another round.</summary>
    private bool ShowsOrder(IMethodSymbol method, HashSet<string> callable, CancellationToken cancellation)
    {
        MethodNames names = NamesIn(method, cancellation);
        if (names.HasLock || names.HasLoop || names.UseSeveralOf(callable))
            return true;
        FileNames file = NamesOf(method.DeclaringSyntaxReferences[0].SyntaxTree, cancellation);
        return names.Identifiers.Any(name => file.Fields.Contains(name) && !callable.Contains(name));
    }

    /// <summary>What one file says; found once.</summary>
    public FileNames NamesOf(SyntaxTree tree, CancellationToken cancellation) =>
        _files.TryGetValue(tree, out FileNames? known) ? known : _files.GetOrAdd(tree, new FileNames(tree, cancellation));

    /// <summary>The words of one method; read once.</summary>
    public MethodNames NamesIn(IMethodSymbol method, CancellationToken cancellation) =>
        _names.TryGetValue(method, out MethodNames? known) ? known : _names.GetOrAdd(method, _reader.Read(method, cancellation));
}
