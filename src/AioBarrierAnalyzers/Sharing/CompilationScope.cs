using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AioBarrierAnalyzers.Accesses.Walk;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Sharing.Gates;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Sharing;

/// <summary>What the judgements of the types of one compilation have in common; safe to use from several threads.</summary>
internal sealed class CompilationScope
{
    /// <summary>A file with more types than this is not searched for counterparts.</summary>
    private const int MaxSiblings = 24;

    /// <summary>A type that reaches into more types than this is judged without them.</summary>
    private const int MaxOwners = 8;

    private readonly KnownMembers _known;
    private readonly BodyProvider _bodies;
    private readonly TypeGate _gate = new();
    private readonly LockHelpers _lockHelpers = new();
    private readonly MemberFilter _filter;
    private readonly Mentions _mentions;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly ConcurrentDictionary<SyntaxTree, BarrierOptions> _optionsOf = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeMembers> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _mayMatter = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, object> _walking = new(SymbolEqualityComparer.Default);

    public CompilationScope(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        _options = options;
        _known = new KnownMembers();
        IsNarrow = compilation.Options.Platform is Platform.X86 or Platform.AnyCpu32BitPreferred or Platform.Arm;
        _mentions = new Mentions(compilation.SyntaxTrees.ToList());
        _filter = new MemberFilter(MayMatter, _mentions, IsNarrow);
        _bodies = new BodyProvider(compilation);
    }

    /// <summary>The code may run on a processor of 32 bits, which reads and writes 64 bits in two pieces.</summary>
    public bool IsNarrow { get; }

    /// <summary>The options that hold in the file of a type: its first one, where it has several.</summary>
    public BarrierOptions OptionsOf(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty ? BarrierOptions.Read(_options.GlobalOptions) : OptionsOf(type.DeclaringSyntaxReferences[0].SyntaxTree);

    /// <summary>The outermost classes and structs of a file, but for those in whose text nothing speaks of threads.</summary>
    public IEnumerable<INamedTypeSymbol> TypesIn(SemanticModel model, CancellationToken cancellation)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (TypeDeclarationSyntax declaration in _gate.CandidatesIn(model.SyntaxTree, OptionsOf(model.SyntaxTree), cancellation))
        {
            if (model.GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type &&
                seen.Add(type) && MayMatter(type, cancellation))
            {
                yield return type;
            }
        }
    }

    /// <summary>Asked of the owner of each helper that is called.</summary>
    private bool MayMatter(INamedTypeSymbol type, CancellationToken cancellation) =>
        _mayMatter.TryGetValue(type, out bool known) ? known : _mayMatter.GetOrAdd(type, _gate.MayMatter(type, OptionsOf(type), cancellation));

    /// <summary>The type with everything that may run together with it.</summary>
    public World WorldOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        TypeMembers own = MembersOf(type, cancellation);
        var counterparts = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        if (own.Members.Count > 0)
        {
            AddSiblings(type, counterparts, cancellation);
            AddOwners(own, counterparts, cancellation);
            counterparts.Remove(type);
        }

        List<Member> members = TypeMembers.LeaveLocksToCallers(own.Members.Concat(counterparts
            .OrderBy(t => t.Locations[0].SourceTree?.FilePath, System.StringComparer.Ordinal).ThenBy(t => t.Locations[0].SourceSpan.Start)
            .SelectMany(t => MembersOf(t, cancellation).Members)).ToList());
        var ownMembers = new HashSet<Member>(own.Members.Where(m => m.HasCodeOf(type)));
        var locking = new LockingCode(LockingMembers.Of(type, _lockHelpers, cancellation), _known, _bodies, cancellation);
        return new World(type, members.Where(ownMembers.Contains).ToList(), members.Where(m => !ownMembers.Contains(m)), locking)
        {
            Callers = CallersOf(ownMembers.Except(members).Select(m => m.Method.OriginalDefinition), members.Where(m => !ownMembers.Contains(m))),
            IsNarrow = IsNarrow, Fencing = FencingMembers.Of(type, cancellation), LeavesLockToCallers = m => _mentions.AreUnderLocks(m, cancellation),
            IsUsedOnlyIn = (member, code) => _mentions.AreIn(code, member, cancellation),
        };
    }

    private static List<Member> CallersOf(IEnumerable<IMethodSymbol> methods, IEnumerable<Member> others)
    {
        var left = new HashSet<IMethodSymbol>(methods, SymbolEqualityComparer.Default);
        return left.Count == 0
            ? new List<Member>()
            : others.Where(o => !o.IsConstruction && o.Graph.Events.Any(e => left.Contains(e.Frame.Method.OriginalDefinition))).ToList();
    }

    /// <summary>A host may read them anew each time it is asked.</summary>
    private BarrierOptions OptionsOf(SyntaxTree tree) =>
        _optionsOf.TryGetValue(tree, out BarrierOptions? known) ? known : _optionsOf.GetOrAdd(tree, BarrierOptions.Read(_options.GetOptions(tree)));

    /// <summary>Several threads ask at once for a type that many others reach into, and its walks are the dearest part: one of them makes these.</summary>
    private TypeMembers MembersOf(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (_members.TryGetValue(type, out TypeMembers? known))
            return known;
        lock (_walking.GetOrAdd(type, static _ => new object()))
        {
            return _members.TryGetValue(type, out known)
                ? known
                : _members.GetOrAdd(type, TypeMembers.Of(type, _known, _bodies, _filter, OptionsOf(type), cancellation));
        }
    }

    /// <summary>Publisher and subscriber are often two classes in one file.</summary>
    private void AddSiblings(INamedTypeSymbol type, HashSet<INamedTypeSymbol> into, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SyntaxNode root = reference.SyntaxTree.GetRoot(cancellation);
            List<TypeDeclarationSyntax> siblings = DeclaredTypes.OutermostIn(root).ToList();
            if (siblings.Count is 1 or > MaxSiblings)
                continue;
            SemanticModel model = _bodies.ModelOf(reference.SyntaxTree);
            foreach (TypeDeclarationSyntax sibling in siblings)
            {
                if (model.GetDeclaredSymbol(sibling, cancellation) is { } symbol)
                    into.Add((INamedTypeSymbol)symbol);
            }
        }
    }

    /// <summary>The types whose fields this type's members use.</summary>
    private void AddOwners(TypeMembers own, HashSet<INamedTypeSymbol> into, CancellationToken cancellation)
    {
        var owners = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (Member member in own.Members)
        {
            foreach (MemberEvent access in member.Accesses)
            {
                // What a helper of another type does with its own fields is that type's matter.
                if (access.Event.Frame.Depth <= 1 && access.Location.Symbol is IFieldSymbol or IPropertySymbol &&
                    access.Location.Symbol.Locations.Any(l => l.IsInSource))
                {
                    owners.Add(access.Location.Symbol.ContainingType.Outermost().OriginalDefinition);
                }
            }
        }

        if (owners.Count <= MaxOwners)
            into.UnionWith(owners.Where(o => MayMatter(o, cancellation)));
    }
}
