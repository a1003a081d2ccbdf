using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Lifetimes;

/// <summary>
/// Finds objects that are set up after others can reach them. What counts as set-up is a first store: to something that this member did not store
/// before, and that nobody else ever stores; anything else may be the later life of the object.
/// </summary>
internal static class EarlyPublications
{
    public static IEnumerable<EarlyPublication> Find(ProtocolContext context)
    {
        foreach (Member member in context.World.Own)
        {
            // What a static constructor does, others wait for.
            if (member.Method.MethodKind == MethodKind.StaticConstructor)
                continue;
            foreach (KeyValuePair<object, List<MemoryEvent>> escape in member.Escapes.All)
            {
                List<MemberEvent>? stores = null;
                foreach (MemoryEvent publish in escape.Value)
                {
                    stores ??= StoresTo(escape.Key, escape.Value, member);
                    foreach (MemberEvent setUp in stores)
                    {
                        if (IsSetUp(setUp, publish, escape.Key, stores, context) && FindUse(member, publish, setUp, escape.Key, stores, context) is { } found)
                            yield return found;
                    }
                }
            }
        }
    }

    private static List<MemberEvent> StoresTo(object root, List<MemoryEvent> escapes, Member member) => member.Graph.Events
        .Where(e => e.Writes && e.Path is not null && (Escapes.RootsOf(e.Path).Contains(root) || IsFoundAgain(e.Path, escapes, member)))
        .Select(e => new MemberEvent(member, e)).ToList();

    /// <summary>
    /// The member goes on with the object by the place that it has just stored it to, in the same critical section, or for everybody to see.
    /// </summary>
    private static bool IsFoundAgain(AccessPath path, List<MemoryEvent> escapes, Member member) =>
        path.Base is Value.Loaded { IsExact: true, Event: { Kind: EventKind.Load, Location: { } place } found } &&
        escapes.Any(e => e.Writes && e.Location!.Equals(place) && e.Path!.IsOfSameObject(found.Path!) &&
            (e.Locks.Excludes(found.Locks) || (e.IsMarked && e.Locks.IsEmpty && found.Locks.IsEmpty)) &&
            member.Search.Reaches(e.Node, found.Node) && !member.Search.ReachesUnblocked(0, found.Node, node => node.Index == e.Node) &&
            !member.Accesses.Any(a => a.Event != e && a.Event.Writes && a.Location.Overlaps(place)));

    private static bool IsSetUp(MemberEvent store, MemoryEvent publish, object root, List<MemberEvent> stores, ProtocolContext context)
    {
        if (store.Event.IsMarked || Stores.IsClear(store.Event) || store.Event == publish || !Escapes.IsBehind(root, publish, store.Event, store.Member.Search))
            return false;
        if (IsTimerItself(store.Event, publish) || IsSetByConstructor(store, context) || IsMadeOnDemand(store, context) ||
            IsGuardedLater(store.Event, publish) || IsStoredAgain(store, publish) || IsCommonWork(store, publish, context) ||
            IsOfLaterLife(store, publish, context))
        {
            return false;
        }

        GraphSearch search = store.Member.Search;
        return !stores.Any(s => s.Location.MayAlias(store.Location) && search.Reaches(s.Event.Node, publish.Node) && s.Event.Node < publish.Node) &&
            (IsFilling(store) || !context.World.AccessesOf(store.Location)
                .Any(a => a.Event.Writes && a.Event.Operation.Syntax != store.Event.Operation.Syntax &&
                    !stores.Any(s => s.Event.Operation.Syntax == a.Event.Operation.Syntax)));
    }

    /// <summary>The field keeps the very timer that was started, and it is not due at once: long before that the store is made.</summary>
    private static bool IsTimerItself(MemoryEvent store, MemoryEvent publish) =>
        publish is { Kind: EventKind.Start, Operation: IObjectCreationOperation timer } && store.Operation.Syntax.Span.Contains(timer.Syntax.Span) &&
        timer.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == publish.Effect.DueParameter) is { Value: var due } &&
        due is not IFieldReferenceOperation { Field.Name: "Zero" } &&
        !(due.ConstantValue is { HasValue: true, Value: System.IConvertible time } && System.Convert.ToInt64(time, CultureInfo.InvariantCulture) == 0);

    /// <summary>What is copied into a new array is what it begins with, whatever is stored to its elements later.</summary>
    private static bool IsFilling(MemberEvent store) =>
        store.Event is { IsBulk: true, Path.Base: Value.Made } && store.Location.Kind == Accesses.LocationKind.Element;

    /// <summary>One and the same word that a loop behind the publication stores time and again: that is what the object lives by.</summary>
    private static bool IsStoredAgain(MemberEvent store, MemoryEvent publish) =>
        store.Location.Kind == Accesses.LocationKind.Field && store.Event.Path!.Index is null &&
        store.Member.Search.Reaches(store.Event.Node, store.Event.Node) && !store.Member.Search.Reaches(store.Event.Node, publish.Node);

    /// <summary>What a constructor has stored is set up; a store behind it is the object's later life.</summary>
    private static bool IsSetByConstructor(MemberEvent store, ProtocolContext context) => context.World.Members.Any(
        m => m.IsConstruction && m != store.Member &&
            m.Graph.Events.Any(e => e.Writes && !Stores.IsClear(e) && e.Location is { Symbol: not null } set && set.MayAlias(store.Location)));

    /// <summary>The code that was started makes the very same store: the two do one work together, and have their own way to share it out.</summary>
    private static bool IsCommonWork(MemberEvent store, MemoryEvent publish, ProtocolContext context) => context.World.AccessesOf(store.Location).Any(
        a => a.Event.Writes && a.Event.Operation.Syntax == store.Event.Operation.Syntax && a.Member != store.Member && a.Member.IsRunBy(publish));

    /// <summary>Stored in a critical section that the publication was not in: its author knows that others have the object by then.</summary>
    private static bool IsGuardedLater(MemoryEvent store, MemoryEvent publish) =>
        store.Locks.Locks.Any(l => l.Location.Kind != Accesses.LocationKind.Local && publish.Locks.Find(l.Location) is null);

    /// <summary>Put into an object that is made on demand, whether or not it was made just then: that is what the object is there for.</summary>
    private static bool IsOfLaterLife(MemberEvent store, MemoryEvent publish, ProtocolContext context) =>
        store.Event.Path!.Base is not Value.Made &&
        context.Guards.Of(store.Member).Any(g => g.Covers(publish) && g.Load.Location.Equals(publish.Location) && !g.IsOnlyWayTo(store.Event));

    /// <summary>Set where it is found missing, by whoever asks first: no part of setting the object up.</summary>
    private static bool IsMadeOnDemand(MemberEvent store, ProtocolContext context) => context.Guards.Of(store.Member).Any(
        g => g.Covers(store.Event) && g.Load.Location.MayAlias(store.Location) && g.Load.Event.Path!.IsOfSameObject(store.Event.Path!));

    private static EarlyPublication? FindUse(Member member, MemoryEvent publish, MemberEvent setUp, object root, List<MemberEvent> stores,
        ProtocolContext context)
    {
        MemoryLocation location = LocationOf(setUp.Event, publish, root);
        UnlockedLooks? looks = UnlockedLooks.For(publish, setUp, context);
        IEnumerable<MemberEvent> uses = context.World.AccessesOf(location).Concat(context.World.FixedReadsOf(location));
        bool isPart = location.Symbol is null && looks is not null;
        bool isLockedItself = IsUnderOwnLock(publish, setUp, root);
        foreach (MemberEvent use in isPart ? uses.Concat(looks!.UsesOf(location.Kind)) : uses)
        {
            if (!use.Event.Reads || use.Event.IsMarked || IsHeldBack(use, setUp) || use.Event.Locks.Excludes(setUp.Event.Locks) ||
                IsGuardedBy(use, stores, setUp, context) || IsAskedFor(use, setUp.Location, context) || (isLockedItself && use.Event.Locks.HasUnknown))
                continue;
            if (use.Member.IsRunBy(publish))
                return new EarlyPublication(member, publish, setUp, null, use);
            if (publish.Location is { } published &&
                (FindLoad(publish, setUp, published, use, looks, context) ?? FindGetter(publish, setUp, published, use, context)) is { } load)
            {
                return new EarlyPublication(member, publish, setUp, load, use);
            }
        }

        if (isPart && looks!.HandOut() is { } handOut)
            return new EarlyPublication(member, publish, setUp, null, handOut);
        return publish.Location is { } shared && !isLockedItself && IsVisibleOutside(setUp.Location)
            ? FindHandOut(member, publish, setUp, shared, root, context)
            : null;
    }

    /// <summary>
    /// Whoever made the object has locked it before others could find it, and holds that lock until it is set up: they wait for it where they lock it first,
    /// and a lock of which nobody knows which one it is may well be that.
    /// </summary>
    private static bool IsUnderOwnLock(MemoryEvent publish, MemberEvent setUp, object root)
    {
        if (root is not Value.Made { Type: { IsReferenceType: true } type, At: >= 0 and var made })
            return false;
        var own = new MemoryLocation(Accesses.LocationKind.This, type, null);
        GraphSearch search = setUp.Member.Search;
        return publish.Locks.Find(own) is { IsShared: false } && setUp.Event.Locks.Find(own) is { IsShared: false } && setUp.Member.Graph.Events.Any(
            e => e.Kind == EventKind.LockEnter && e.Locks.Find(own) is null && e.Node > made && search.Reaches(made, e.Node) &&
                search.Reaches(e.Node, publish.Node));
    }

    /// <summary>A member that gives the object to its callers as it finds it: what they use of it is not seen here.</summary>
    private static EarlyPublication? FindHandOut(Member member, MemoryEvent publish, MemberEvent setUp, MemoryLocation published, object root,
        ProtocolContext context)
    {
        ITypeSymbol? type = (root as Value.Made)?.Type ?? ((root as Value.Given)?.Symbol as ITypeSymbol);
        foreach (MemberEvent load in context.World.AccessesOf(published))
        {
            if (load.Event.IsConcurrentCollection && load.Event.Kind == EventKind.Load && load.Member.Method.DeclaredAccessibility != Accessibility.Private &&
                load.Event.Locks.IsEmpty &&
                SymbolEqualityComparer.Default.Equals(load.Member.Method.ReturnType, type) && load.Member.Graph.Results.Any(r => IsFrom(r, load.Event)))
            {
                return new EarlyPublication(member, publish, setUp, null, load);
            }
        }

        return null;
    }

    private static bool IsFrom(Value value, MemoryEvent load) => value.Sources().Contains(load);

    private static bool IsVisibleOutside(MemoryLocation location) =>
        location.NamingSymbol is { DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected) };

    /// <summary>Elements and contents go by the name of what holds them: here by where the array or collection was published.</summary>
    private static MemoryLocation LocationOf(MemoryEvent store, MemoryEvent publish, object root) =>
        store.Location!.NamingSymbol is null && ReferenceEquals(store.Path!.Base, root) && publish.Location is { } holder
            ? new MemoryLocation(store.Location.Kind, null, holder)
            : store.Location;

    /// <summary>The other code waits for something before it uses the object, and is told after the set-up.</summary>
    private static bool IsHeldBack(MemberEvent use, MemberEvent setUp) =>
        use.Member.Graph.Events.Any(e => e.Kind == EventKind.Wait && e.Location is { } gate && use.Member.Search.Reaches(e.Node, use.Event.Node) &&
            setUp.Member.Graph.Events
                .Any(w => w.Kind == EventKind.Wake && w.Location?.MayAlias(gate) == true && setUp.Member.Search.Reaches(setUp.Event.Node, w.Node)));

    /// <summary>The reader looks first at something that is stored, in order, once the set-up is done.</summary>
    private static bool IsGuardedBy(MemberEvent use, List<MemberEvent> stores, MemberEvent setUp, ProtocolContext context) => context.Guards.Of(use.Member)
        .Any(g => g.Covers(use.Event) && !g.Load.Location.Overlaps(setUp.Location) && IsMarkedBehind(setUp, g.Load.Location));

    private static bool IsMarkedBehind(MemberEvent setUp, MemoryLocation location) => setUp.Member.Graph.Events.Any(
        s => (s.Writes || s.Kind == EventKind.Wake) && s.IsMarked && s.Location?.Overlaps(location) == true &&
            setUp.Member.Search.Reaches(setUp.Event.Node, s.Node));

    /// <summary>The reader asks, of this read or of one before it, whether it is there at all.</summary>
    private static bool IsAskedFor(MemberEvent use, MemoryLocation location, ProtocolContext context) => context.Guards.Of(use.Member).Any(
        g => g.Load.Location.MayAlias(location) && Conditions.IsNullTest(g.Branch.Condition!, g.Load.Event) &&
            (g.Load.Event == use.Event || (g.Covers(use.Event) && !g.Admits(new Value.Constant(null)))));

    /// <summary>Where another thread finds the object: it reads what was stored to, and goes on through it to what is not set up.</summary>
    private static MemberEvent? FindLoad(MemoryEvent publish, MemberEvent setUp, MemoryLocation published, MemberEvent use, UnlockedLooks? looks,
        ProtocolContext context)
    {
        EvidenceKinds kinds = context.Evidence.Of(published);
        foreach (MemberEvent load in use.Member.Accesses)
        {
            if (!load.Event.Reads || !load.Location.Overlaps(published) || !use.Event.DependsByAddress(load.Event) ||
                IsOneSection(publish, setUp.Event, load.Event))
            {
                continue;
            }

            bool isBelieved = (kinds & (EvidenceKinds.Marked | EvidenceKinds.Declared)) != 0 ||
                (!publish.Locks.IsEmpty && publish.Locks.Excludes(load.Event.Locks)) || use.Member.Kind == MemberKind.Started ||
                looks?.Include(load) == true || IsFilledUnderLock(publish, setUp, load);
            if (isBelieved && !use.Member.IsConstruction)
                return load;
        }

        return null;
    }

    /// <summary>
    /// An array is put into its field and then filled, all in one critical section, and others go through it without any lock: to them it is a snapshot. Where
    /// they look at something that is stored behind the filling, that may tell them whether it is done.
    /// </summary>
    private static bool IsFilledUnderLock(MemoryEvent publish, MemberEvent setUp, MemberEvent load) =>
        setUp.Location.Kind == Accesses.LocationKind.Element && publish.Location!.Kind == Accesses.LocationKind.Field &&
        !publish.Locks.IsEmpty && publish.Locks.Excludes(setUp.Event.Locks) && load.Event.Locks is { IsEmpty: true, HasUnknown: false } &&
        load.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
        !load.Member.Accesses.Any(l => l.Event.Reads && !l.Location.Overlaps(publish.Location) && setUp.Member.Accesses.Any(
            s => s.Event.Writes && s.Location.Overlaps(l.Location) && setUp.Member.Search.Reaches(setUp.Event.Node, s.Event.Node) &&
                !s.Location.Overlaps(setUp.Location)));

    /// <summary>
    /// Where callers get the object: a member that looks for it without the lock under which it is made, and returns it. They use it by its own members.
    /// </summary>
    private static MemberEvent? FindGetter(MemoryEvent publish, MemberEvent setUp, MemoryLocation published, MemberEvent use, ProtocolContext context)
    {
        if (publish.Locks.IsEmpty || published.Kind != Accesses.LocationKind.Field || use.Event.Path!.Base is not Value.Given { Symbol: INamedTypeSymbol } ||
            use.Member.IsConstruction || use.Member.Accesses.Any(a => a.Event.Writes && a.Location.Overlaps(setUp.Location)))
        {
            return null;
        }

        return context.World.AccessesOf(published).FirstOrDefault(load => load.Event is { Kind: EventKind.Load, Locks: { IsEmpty: true, HasUnknown: false } } &&
            load.Member.Method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal &&
            load.Member.Graph.Results.Any(r => IsFrom(r, load.Event)));
    }

    /// <summary>One lock is held by all three: nobody gets hold of the object before it is set up.</summary>
    private static bool IsOneSection(MemoryEvent publish, MemoryEvent setUp, MemoryEvent load) =>
        publish.Locks.Locks.Any(held => setUp.Locks.Locks.Any(l => l.Location.MayAlias(held.Location)) &&
            load.Locks.Locks.Any(l => l.Location.MayAlias(held.Location) && !(l.IsShared && held.IsShared)));
}
