using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Messages;

/// <summary>Tells the memory behind pointers that a kernel or another process may have from what this compilation made for itself.</summary>
internal sealed class ForeignMemory
{
    /// <summary>So many addresses within addresses are followed.</summary>
    private const int MaxSteps = 8;

    private readonly ProtocolContext _context;
    private HashSet<ISymbol>? _ownMemory;
    private bool? _hasMarks;

    private ForeignMemory(ProtocolContext context) => _context = context;

    /// <summary>The memory that the type which is judged works on, asked for once.</summary>
    public static ForeignMemory In(ProtocolContext context) => context.Once(static c => new ForeignMemory(c));

    /// <summary>Some access to foreign memory is ordered: somebody knows of the other party.</summary>
    public bool HasMarks =>
        _hasMarks ??= _context.World.Members.Any(m => m.Accesses.Any(a => a.Event.IsMarked && a.Event.Location!.ThroughPointer && IsForeign(a.Event)));

    /// <summary>True where the access is to memory that some other process or a kernel may have.</summary>
    public bool IsForeign(MemoryEvent access) =>
        access.Location is { ThroughPointer: true } && RootOf(access.Path!) is { } root && !(_ownMemory ??= FindOwnMemory()).Contains(root);

    /// <summary>The pointer came from the view of a mapped file.</summary>
    public bool IsMapped(MemoryEvent access) => RootOf(access.Path!) is { } pointer && _context.World.Members.Any(m => m.Graph.Events.Any(
        e => e.Operation is IInvocationOperation { TargetMethod: { Name: "AcquirePointer", ContainingType: { } type }, Arguments.Length: 1 } call &&
            LibraryTypes.SafeBuffer.Contains(type) && call.Arguments[0].Value is IFieldReferenceOperation field &&
            SymbolEqualityComparer.Default.Equals(field.Field.OriginalDefinition, pointer)));

    /// <summary>Something says that the pointee changes: another access of it in order, a pointer that was meant to be, or a mapped file.</summary>
    public bool IsExpected(MemberEvent load) =>
        _context.Evidence.IsMarked(load.Location) || RootOf(load.Event.Path!) is IFieldSymbol { IsVolatile: true } || IsMapped(load.Event);

    /// <summary>The field or parameter that holds the pointer an access goes through.</summary>
    private static ISymbol? RootOf(AccessPath path)
    {
        for (int i = 0; i < MaxSteps; i++)
        {
            if (path.Step == Accesses.LocationKind.Pointee)
                return PathFactory.HolderOf(path.Base)?.NamingSymbol;
            if (path.Base is not Value.Address address)
                return null;
            path = address.Path;
        }

        return null;
    }

    /// <summary>Pointers to memory that this compilation allocated or pinned, unless a member for others gives out where it is.</summary>
    private HashSet<ISymbol> FindOwnMemory()
    {
        var own = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (Member member in _context.World.Members)
        {
            foreach (MemberEvent store in member.Accesses)
            {
                if (store.Event is { Kind: EventKind.Store, Stored.IsFresh: true } && store.Location.Symbol is { } holder)
                    own.Add(holder);
            }
        }

        List<INamedTypeSymbol> open = _context.World.Members
            .Where(m => m.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            .SelectMany(m => m.Graph.Results).Select(PathFactory.HolderOf).Select(h => h?.Symbol).Where(s => s is not null && own.Contains(s))
            .Select(s => s!.ContainingType).ToList();
        own.RemoveWhere(s => open.Any(t => SymbolEqualityComparer.Default.Equals(t, s.ContainingType)));
        return own;
    }
}
