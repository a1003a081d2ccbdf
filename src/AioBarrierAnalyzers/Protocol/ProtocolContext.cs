using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Options;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.Sharing.Gates;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Protocol;

/// <summary>All that a rule may ask about the type it judges.</summary>
internal sealed class ProtocolContext
{
    private readonly Dictionary<Type, object> _kept = new();
    private readonly Dictionary<Frame, bool> _isOwn = new();
    private readonly ImmutableArray<SyntaxReference> _parts;

    public ProtocolContext(World world, BarrierOptions options)
    {
        Options = options;
        World = world;
        Evidence = new Evidence(world, options);
        Guards = new Guards();
        _parts = world.Type.DeclaringSyntaxReferences;
    }

    public BarrierOptions Options { get; }

    public World World { get; }

    public Evidence Evidence { get; }

    public Guards Guards { get; }

    /// <summary>What the rules so far have found, with or without the evidence to report it.</summary>
    public List<Finding> Findings { get; } = new();

    /// <summary>What is worked out for the type as a whole: made when it is first asked for, and kept.</summary>
    /// <remarks>So rooms keep what they know without the context, which all of them use, having to know of them.</remarks>
    public T Once<T>(Func<ProtocolContext, T> make)
        where T : class
    {
        if (!_kept.TryGetValue(typeof(T), out object? kept))
            _kept.Add(typeof(T), kept = make(this));
        return (T)kept;
    }

    /// <summary>True where two members may run at the same time: different ones, or one that several threads are in.</summary>
    public static bool MayOverlap(Member a, Member b) =>
        !a.IsConstruction && !b.IsConstruction && (a != b || a.HasAtomicUpdate || a.HasInnerLock);

    /// <summary>Where to report an access: in the type itself the access, otherwise the call in the type's member that leads to it.</summary>
    public SyntaxNode SiteOf(MemberEvent access) => SiteOf(access.Event);

    public SyntaxNode SiteOf(MemoryEvent @event)
    {
        // A helper of the same type shows the very access; one of another type only the call.
        SyntaxNode site = @event.Operation.Syntax;
        for (Frame? at = @event.Frame; at?.CallSite is not null && !IsOwn(site); at = at.Caller)
            site = at.CallSite;
        return site;
    }

    /// <summary>Where an event stands in the helper or member that holds both, so that the order of the two can be seen there.</summary>
    public static SyntaxNode SiteBeside(MemoryEvent @event, MemoryEvent other) => @event.SiteIn(@event.CommonFrame(other));

    /// <summary>Where the order of the two can be seen, if that is in the type's own code; and otherwise where the event itself shows there.</summary>
    public SyntaxNode OwnSiteBeside(MemoryEvent @event, MemoryEvent other) =>
        SiteBeside(@event, other) is var site && IsOwn(site) ? site : SiteOf(@event);

    /// <summary>
    /// True where a finding about the order of two accesses belongs to the type that is judged: one of them stands in its code. Where both stand in a
    /// helper of another type, it is that type's finding.
    /// </summary>
    public bool IsConcerned(MemoryEvent access, MemoryEvent other) => IsOwn(access) || IsOwn(other);

    /// <summary>True also where both accesses stand in helpers of other types, but each in one of its own: their order is that of the calls.</summary>
    public bool BringsTogether(MemoryEvent access, MemoryEvent other)
    {
        if (IsConcerned(access, other))
            return true;
        Frame common = access.CommonFrame(other);
        return access.SiteIn(common) != other.SiteIn(common) && IsOwn(access.SiteIn(common)) && IsOwn(other.SiteIn(common));
    }

    /// <summary>
    /// True where the code of a struct that the type judged holds in a field does it, to that field: the struct by itself may be anybody's copy, and it is the
    /// holder that shares it.
    /// </summary>
    public bool IsOfOwnPart(MemberEvent access) => access.Event.Frame.Method.ContainingType.IsValueType && access.Location.IsEmbedded &&
        access.Location.Owner is { Symbol: IFieldSymbol holder } &&
        SymbolEqualityComparer.Default.Equals(holder.ContainingType.Outermost().OriginalDefinition, World.Type.OriginalDefinition);

    /// <summary>True where code of the type that is judged does it: asked of each pair of accesses, and the same for all in a frame.</summary>
    public bool IsOwn(MemoryEvent access)
    {
        if (!_isOwn.TryGetValue(access.Frame, out bool isOwn))
            _isOwn.Add(access.Frame, isOwn = IsOwn(access.Operation.Syntax));
        return isOwn;
    }

    /// <summary>
    /// All that the type's own code accesses but in construction: in its own members, and in members of other types that hold the lock for the methods that
    /// leave it to them.
    /// </summary>
    public IEnumerable<MemberEvent> OwnAccesses() => World.Own.Where(static m => !m.IsConstruction).SelectMany(static m => m.Accesses)
        .Concat(World.Callers.SelectMany(static m => m.Accesses).Where(a => IsOwn(a.Event)));

    /// <summary>True for code of the type that is judged.</summary>
    public bool IsOwn(SyntaxNode node)
    {
        foreach (SyntaxReference part in _parts)
        {
            if (part.SyntaxTree == node.SyntaxTree && part.Span.Contains(node.Span))
                return true;
        }

        return false;
    }

    /// <summary>The other member as a message names it: with its line, where it stands in the source.</summary>
    public static string Describe(MemberEvent other) => Describe(other.Member, other.Event.Operation.Syntax);

    public static string Describe(Member member, SyntaxNode at) =>
        member.Name + " (line " + LineOf(at) + ")";

    /// <summary>As an editor counts, from 1.</summary>
    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>The accesses of a member to a location, in the order of the walk.</summary>
    public static IEnumerable<MemberEvent> In(Member member, MemoryLocation location) => member.Accesses.Where(a => a.Location.Overlaps(location));
}
