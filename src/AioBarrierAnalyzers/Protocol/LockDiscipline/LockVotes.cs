using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Infers which lock guards a location, by vote of its accesses (Engler et al., "Bugs as deviant behavior", 2001: what most of the code does is taken
/// for its rule). Construction has no vote, nor has the disposal of the object but where its own threads still work, nor code that may run inside somebody's
/// lock.
/// </summary>
internal sealed class LockVotes
{
    /// <summary>One access under a lock may be chance.</summary>
    private const int LeastHeld = 2;

    /// <summary>So many times the weight of the accesses without any lock must be under it; of those under another lock, more than they weigh.</summary>
    private const int Majority = 2;

    private readonly ProtocolContext _context;
    private readonly Dictionary<MemoryLocation, Discipline?> _known = new();
    private readonly Dictionary<MemoryLocation, IReadOnlyList<LockSite>> _sites = new();

    private LockVotes(ProtocolContext context) => _context = context;

    /// <summary>The votes of the type that is judged, counted once.</summary>
    public static LockVotes In(ProtocolContext context) => context.Once(static c => new LockVotes(c));

    /// <summary>The locations that the type's own members use and of which some access is under a lock.</summary>
    public IReadOnlyList<MemoryLocation> Locations =>
        _locations ??= _context.World.Own.SelectMany(m => m.Accesses).Select(a => a.Location).Where(IsOfObject).Distinct().ToArray();

    private IReadOnlyList<MemoryLocation>? _locations;

    /// <summary>The lock that guards a location; null where none does for certain.</summary>
    public Discipline? Of(MemoryLocation location)
    {
        if (!_known.TryGetValue(location, out Discipline? discipline))
            _known.Add(location, discipline = IsOfObject(location) ? Find(location) : null);
        return discipline;
    }

    /// <summary>The places at which a location is used by several threads.</summary>
    public IReadOnlyList<LockSite> SitesOf(MemoryLocation location)
    {
        if (!_sites.TryGetValue(location, out IReadOnlyList<LockSite>? sites))
        {
            _sites.Add(location, sites = _context.World.AccessesOf(location).Where(HasVote)
                .GroupBy(a => (a.Event.Operation.Syntax, a.Member.Method), SiteComparer.Instance).Select(g => new LockSite(g.ToArray())).ToArray());
        }

        return sites;
    }

    private static bool IsOfObject(MemoryLocation location) =>
        location.Kind is LocationKind.Field or LocationKind.Content or LocationKind.Element && !location.ThroughPointer &&
        location.NamingSymbol is IFieldSymbol or IPropertySymbol;

    private bool HasVote(MemberEvent access) => !access.Member.MayRunAtOnce && (!access.Member.Method.IsDisposal() || IsAmidWork(access));

    /// <summary>
    /// A disposal that takes locks changes a collection before it has waited for anybody, or asked anything that may, and a thread that the type has started
    /// works with the collection under a lock.
    /// </summary>
    private bool IsAmidWork(MemberEvent access) => access.Location.Kind == LocationKind.Content && access.Event.Changes &&
        access.Event.Locks is { IsEmpty: true, HasUnknown: false } && access.Member.HasInnerLock &&
        !access.Member.Graph.Events.Any(e => e.Kind is EventKind.Wait or EventKind.Opaque or EventKind.Invoke &&
            access.Member.Search.Reaches(e.Node, access.Event.Node)) &&
        _context.World.AccessesOf(access.Location).Any(a => a.Member.Kind == MemberKind.Started && !a.Event.Locks.IsEmpty);

    private Discipline? Find(MemoryLocation location)
    {
        MemoryLocation? declared = DeclaredGuard.LockOf(location.NamingSymbol!);
        if (declared is null && !_context.World.IsUsedUnderLock(location))
            return null;
        IEnumerable<MemoryLocation> candidates = declared is not null
            ? new[] { declared }
            : SitesOf(location).SelectMany(s => s.Locks).Select(l => l.Location).Distinct().Where(l => LockObjects.MayExclude(l, _context.World));
        Discipline? best = null;
        Discipline? purpose = null;
        foreach (MemoryLocation candidate in candidates)
        {
            if (Count(location, candidate, declared is not null) is not { } discipline)
                continue;
            if (declared is not null || IsRule(discipline))
                best = best is null || Weight(discipline.Held) > Weight(best.Held) ? discipline : best;
            else if (LockPurposes.Find(discipline, _context) is var (breaches, why))
                purpose ??= new Discipline(location, candidate, isDeclared: false, discipline.Held, breaches) { Purpose = why };
        }

        return best ?? purpose;
    }

    private static bool IsRule(Discipline discipline) =>
        discipline.Held.Count >= LeastHeld && discipline.Held.Any(s => s.Changes) && Weight(discipline.Held) > Weight(discipline.Open) &&
        Weight(discipline.Held) >= Weight(discipline.Open) + ((Majority - 1) * Weight(discipline.Open.Where(s => !s.HasLock))) &&
        discipline.Held.Any(s => !SymbolEqualityComparer.Default.Equals(s.Member.Method, discipline.Held[0].Member.Method));

    private static int Weight(IEnumerable<LockSite> sites) => sites.Sum(s => s.Weight);

    /// <summary>Null where nothing is changed under a lock that is not declared: it guards nothing there, whatever else is done without it.</summary>
    private Discipline? Count(MemoryLocation location, MemoryLocation @lock, bool isDeclared)
    {
        List<LockSite> sites = SitesOf(location).Where(s => LockObjects.IsAtHome(@lock, s.Access)).ToList();
        List<LockSite> held = sites.Where(s => (s.Changes ? s.HoldsAlone(@lock) : s.Holds(@lock)) && !IsTakenAwayOtherwise(s, @lock)).ToList();
        if (!isDeclared && !held.Exists(s => s.Changes))
            return null;
        List<LockSite> open = sites
            .Where(s => !held.Contains(s) && !s.HasUnknownLock && !held.Any(s.IsCalledFrom) && !(!isDeclared && IsExcused(s, sites, held, @lock))).ToList();
        return new Discipline(location, @lock, isDeclared, held, open);
    }

    /// <summary>The collection is this run's own by another lock, under which it was put away: what is held beside that is no vote.</summary>
    private static bool IsTakenAwayOtherwise(LockSite site, MemoryLocation @lock) => site.Access.Location.Kind == LocationKind.Content &&
        site.Access.Event.Path!.Base is Value.Loaded or Value.Derived && site.Access.Event.Path.Base.Sources().SelectMany(s => s.Locks.Locks)
            .Any(l => !l.Location.Equals(@lock) && OwnPhases.IsTakenAway(site.Access, l.Location));

    private bool IsExcused(LockSite site, List<LockSite> sites, IReadOnlyList<LockSite> held, MemoryLocation @lock) =>
        OwnPhases.IsSetUp(site, _context) || OwnPhases.IsFastPath(site.Access, @lock) || OwnPhases.IsTakenAway(site.Access, @lock) ||
        (LockObjects.IsHandedIn(@lock, _context.World) ? site.HasLock : site.Locks.Any(l => LockObjects.IsHandedIn(l.Location, _context.World))) ||
        (OwnPhases.LeavesLockToCallers(site, held) && !sites.Any(s => site.IsCalledFrom(s) && OwnPhases.LocksForItself(s) && !s.Holds(@lock))) ||
        IsOnlyWriter(site) || IsOfWritingThread(site) || Claims.Cover(site, @lock, sites, _context) || IsOutsideOfWork(site, sites) ||
        (!site.Changes && OnceFilled.Allows(site, held, _context)) || CountedReaders.Allows(site, held, @lock, _context) ||
        (!site.HasLock && _context.World.LeavesLockToCallers(site.Member.Method));

    /// <summary>Made under a lock of its own, around the work that takes the lock: before that is started, or when it has ended.</summary>
    private bool IsOutsideOfWork(LockSite site, IReadOnlyList<LockSite> sites) => site.HasLock && sites.Any(s => !site.IsApartFrom(s)) &&
        sites.All(s => site.IsApartFrom(s, JoinedWork.In(_context)));

    /// <summary>A whole store by the one member that changes the location at all: the lock serves its readers.</summary>
    private bool IsOnlyWriter(LockSite site) => site.Access.Event is { Kind: EventKind.Store, Twin: null } && site.Access.Location.Kind == LocationKind.Field &&
        SitesOf(site.Access.Location).All(s => !s.Changes || SymbolEqualityComparer.Default.Equals(s.Member.Method, site.Member.Method));

    /// <summary>A read on the one thread that changes the location at all, but for its set-up: nobody else stores meanwhile.</summary>
    private bool IsOfWritingThread(LockSite site) => !site.Changes && Roles.IsOnOneThread(site.Member, _context.World) &&
        SitesOf(site.Access.Location).All(s => !s.Changes || s.Member == site.Member || OwnPhases.IsSetUp(s, _context));

    private sealed class SiteComparer : IEqualityComparer<(SyntaxNode Syntax, IMethodSymbol Method)>
    {
        public static readonly SiteComparer Instance = new();

        public bool Equals((SyntaxNode Syntax, IMethodSymbol Method) x, (SyntaxNode Syntax, IMethodSymbol Method) y) =>
            x.Syntax == y.Syntax && SymbolEqualityComparer.Default.Equals(x.Method, y.Method);

        public int GetHashCode((SyntaxNode Syntax, IMethodSymbol Method) site) => site.Syntax.GetHashCode();
    }
}
