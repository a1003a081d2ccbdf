using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AioBarrierAnalyzers.Sharing.Gates;

/// <summary>Says of helpers, by their words, whether their calls are worth following for the members of one type. For one thread at a time.</summary>
internal sealed class HelperFilter
{
    /// <summary>A helper whose text is no longer than this is followed if it uses anything its file declares: that may be a payload.</summary>
    private const int SmallHelper = 600;

    /// <summary>A helper that uses one of these orders or shares something, whatever fields it uses.</summary>
    private static readonly HashSet<string> Threading = new()
    {
        "Volatile", "Interlocked", "MemoryBarrier", "MemoryBarrierProcessWide", "VolatileRead", "VolatileWrite", "Monitor", "Thread",
        "ConcurrentQueue", "ConcurrentStack", "ConcurrentBag", "ConcurrentDictionary", "Channel", "ChannelReader", "ChannelWriter",
        "EnterScope", "EnterReadLock", "EnterWriteLock", "EnterUpgradeableReadLock",
    };

    private readonly MemberFilter _filter;
    private readonly INamedTypeSymbol _type;
    private FileNames[]? _own;
    private HashSet<SyntaxTree>? _near;
    private HashSet<string>? _torn;
    private readonly Dictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly CancellationToken _cancellation;

    public HelperFilter(MemberFilter filter, INamedTypeSymbol type, CancellationToken cancellation)
    {
        _filter = filter;
        _type = type;
        _cancellation = cancellation;
    }

    /// <summary>What the files of the type say.</summary>
    private FileNames[] Own => _own ??= _type.DeclaringSyntaxReferences.Select(r => _filter.Names.In(r.SyntaxTree, _cancellation)).ToArray();

    /// <summary>What of the type may be seen half stored: a helper that stores it counts, however long it is.</summary>
    private HashSet<string> Torn => _torn ??= new HashSet<string>(_filter.HotTypes.TornNamesOf(_type, _cancellation));

    /// <summary>The files of the type and of what it inherits.</summary>
    private HashSet<SyntaxTree> Near => _near ??= FilesWithInherited();

    public bool IsWorthFollowing(IMethodSymbol method)
    {
        if (!_known.TryGetValue(method, out bool isWorth))
            _known.Add(method, isWorth = Judge(method));
        return isWorth;
    }

    private bool Judge(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length == 0)
            return false;
        SyntaxReference declaration = method.DeclaringSyntaxReferences[0];
        bool isSmall = declaration.Span.Length <= SmallHelper;
        MethodNames used = _filter.Names.In(method, _cancellation);
        if (isSmall && (used.UseAnyOf(Threading) || method.Parameters.Any(MayShare)))
            return true;

        // The names of a file are asked for last: most files have none that matter.
        return Own.Any(own => used.UseAnyOf(own.Hot)) || used.UseAnyOf(Torn) || (IsView(method, declaration) && Own.Any(own => used.UseAnyOf(own.Declared))) ||
            (isSmall && IsNear(method.ContainingType) && used.UseAnyOf(_filter.Names.In(declaration.SyntaxTree, _cancellation).Declared)) ||
            (_filter.MayMatter(method.ContainingType.Outermost().OriginalDefinition, _cancellation) &&
                used.UseAnyOf(_filter.Names.In(declaration.SyntaxTree, _cancellation).Hot));
    }

    /// <summary>
    /// In the same file, or inherited, or of a struct, whose memory is its user's: of other types' helpers, those that hide a payload and no more are not
    /// followed.
    /// </summary>
    private bool IsNear(INamedTypeSymbol owner) => owner.IsValueType || (owner.Locations[0].SourceTree is { } home && Near.Contains(home));

    private HashSet<SyntaxTree> FilesWithInherited()
    {
        var files = new HashSet<SyntaxTree>();
        for (INamedTypeSymbol? at = _type; at is not null; at = at.BaseType)
            files.UnionWith(at.Locations.Where(l => l.IsInSource).Select(l => l.SourceTree!));
        return files;
    }

    /// <summary>A property that does nothing but show what another part of the type declares: perhaps its lock.</summary>
    private bool IsView(IMethodSymbol method, SyntaxReference declaration) =>
        method.MethodKind == MethodKind.PropertyGet && declaration.GetSyntax(_cancellation) is ArrowExpressionClauseSyntax;

    /// <summary>True for a parameter through which a helper may reach the caller's memory.</summary>
    private static bool MayShare(IParameterSymbol parameter) =>
        parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.Type.TypeKind is TypeKind.Pointer;
}
