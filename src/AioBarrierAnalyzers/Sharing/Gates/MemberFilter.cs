using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
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

    private readonly Mentions _mentions;

    /// <param name="mayMatter">Whether a type is judged at all.</param>
    /// <param name="mentions">How the project calls its methods.</param>
    /// <param name="isNarrow">The code may run on a processor of 32 bits.</param>
    public MemberFilter(Func<INamedTypeSymbol, CancellationToken, bool> mayMatter, Mentions mentions, bool isNarrow)
    {
        MayMatter = mayMatter;
        _mentions = mentions;
        HotTypes = new HotTypes(Names, isNarrow);
    }

    /// <summary>What was read so far.</summary>
    public NamesRead Names { get; } = new();

    /// <summary>What is hot in a type.</summary>
    public HotTypes HotTypes { get; }

    /// <summary>Whether a type is judged at all.</summary>
    public Func<INamedTypeSymbol, CancellationToken, bool> MayMatter { get; }

    /// <summary>The methods of a list that use a hot name, or that call such ones which only they can call, or several of them.</summary>
    public RelevantMethods Relevant(INamedTypeSymbol type, IReadOnlyList<IMethodSymbol> methods, IEnumerable<string> further, CancellationToken cancellation)
    {
        HashSet<string> hot = HotTypes.NamesFor(type, methods, further, cancellation);
        var direct = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var relevant = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var helpers = new HashSet<string>();
        var callable = new HashSet<string>();
        bool Calls(IMethodSymbol method)
        {
            MethodNames names = Names.In(method, cancellation);
            return names.UseAnyOf(helpers) || names.UseSeveralOf(callable);
        }

        direct.UnionWith(methods.Where(m => Names.In(m, cancellation).UseAnyOf(hot) || RunsBaseWith(hot, m, cancellation)));
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
                    : Names.In(m, cancellation) is var names && names.UseAnyOf(Starters) && (names.UseAnyOf(helpers) || names.UseAnyOf(callable)))).ToList();
            }

            added = methods.Where(m => !relevant.Contains(m) && Calls(m)).ToList();
        }

        AddLockingCallers(methods, relevant, cancellation);

        // A method that does nothing but call one helper shows nothing that the helper does not, unless it hands the helper to a thread of its own.
        var entered = new HashSet<string>();
        foreach (IMethodSymbol method in methods)
        {
            if (!relevant.Contains(method) || direct.Contains(method) || method.AssociatedSymbol is not null || IsHelper(method) ||
                ShowsOrder(method, callable, cancellation) || Names.In(method, cancellation).UseAnyOf(Starters))
            {
                continue;
            }

            relevant.Remove(method);
            entered.UnionWith(Names.In(method, cancellation).Identifiers.Where(callable.Contains));
        }

        // The callers that are too far away to be bound.
        foreach (IMethodSymbol method in added.Where(m => !relevant.Contains(m) && !Names.In(m, cancellation).HasLock && !IsHelper(m)))
            entered.UnionWith(Names.In(method, cancellation).Identifiers.Where(callable.Contains));

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
                if (!constructor.DeclaringSyntaxReferences.IsEmpty && Names.In(constructor, cancellation) is var names && names.UseAnyOf(Starters))
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
            if (!Names.In(at, cancellation).UsesBase)
                return false;
            if (Names.In(overridden, cancellation).UseAnyOf(hot))
                return true;
        }

        return false;
    }

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type.OriginalDefinition);

    /// <summary>A private helper that takes no lock is seen under the locks of its callers: without them it would seem to hold none.</summary>
    private void AddLockingCallers(IReadOnlyList<IMethodSymbol> methods, HashSet<IMethodSymbol> relevant, CancellationToken cancellation)
    {
        bool IsBareHelper(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Private && !Names.In(method, cancellation).HasLock;
        var helpers = new HashSet<string>(relevant.Where(IsBareHelper).Select(m => (m.AssociatedSymbol ?? m).Name));
        for (bool hasGrown = helpers.Count > 0; hasGrown;)
        {
            List<IMethodSymbol> callers = methods.Where(m => !relevant.Contains(m) && (Names.In(m, cancellation).HasLock || IsBareHelper(m)) &&
                Names.In(m, cancellation).UseAnyOf(helpers)).ToList();
            relevant.UnionWith(callers);
            helpers.UnionWith(callers.Where(IsBareHelper).Select(m => (m.AssociatedSymbol ?? m).Name));
            hasGrown = callers.Count > 0;
        }
    }

    /// <summary>Part of the construction: called by constructors and by nobody else of the project.</summary>
    public bool IsOfConstruction(IMethodSymbol method, CancellationToken cancellation) => _mentions.AreInConstructors(method, cancellation);

    /// <summary>Called by this type alone, or by those derived from it.</summary>
    private static bool IsHelper(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    /// <summary>Whether a method may put what its helpers do in an order with something else: a second helper, a field, a lock or another round.</summary>
    private bool ShowsOrder(IMethodSymbol method, HashSet<string> callable, CancellationToken cancellation)
    {
        MethodNames names = Names.In(method, cancellation);
        if (names.HasLock || names.HasLoop || names.UseSeveralOf(callable))
            return true;
        FileNames file = Names.In(method.DeclaringSyntaxReferences[0].SyntaxTree, cancellation);
        return names.Identifiers.Any(name => file.Fields.Contains(name) && !callable.Contains(name));
    }
}
