using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Protocol.LockDiscipline;

/// <summary>
/// Tells which lock guards a location where too few places speak for a vote: a lock that is there for the location alone, or that the very member takes which
/// changes the location outside, or takes for it as one reader among others. Then one change under the lock is enough, and only an update of what was there
/// counts as a breach, or that it is taken away: whole stores set up or start anew.
/// </summary>
internal static class LockPurposes
{
    /// <summary>The updates that break it, with a reason; null where there are none.</summary>
    public static (IReadOnlyList<LockSite> Breaches, string Why)? Find(Discipline discipline, ProtocolContext context)
    {
        (MemoryLocation location, MemoryLocation @lock, IReadOnlyList<LockSite> held) = (discipline.Location, discipline.Lock, discipline.Held);
        if (location.Kind == LocationKind.Element ||
            @lock.Symbol is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsReadOnly: true } field ||
            !held.Any(h => h.Changes && !h.Locks.Any(l => l.IsShared) && !Exclusion.IsBehindAtomicLock(h.Access, h.Access)))
        {
            return null;
        }

        List<LockSite> beyond = discipline.Open.Where(s => BreaksIn(s) && !s.IsMarked && !s.Member.IsConstruction).ToList();
        if (@lock.Equals(location.Owner) && location.Kind == LocationKind.Content && beyond.Count > 0 && beyond.Count <= held.Count)
            return (beyond, "which is its own");

        List<LockSite> amongReaders = discipline.Open.Where(s => IsAmongReaders(s, @lock) && held.Any(h => h.Changes && h.Member != s.Member)).ToList();
        if (amongReaders.Count > 0)
            return (amongReaders, "which other changes hold as a writer");

        List<LockSite> readBeside = beyond
            .Where(s => !s.Changes && !s.HasLock && s.Member.Kind != MemberKind.Started && TakesBefore(s, @lock) && IsAmidOthers(s, held)).ToList();
        if (readBeside.Count > 0)
            return (readBeside, "which the same member takes for another step");

        List<LockSite> updates = discipline.Open
            .Where(s => (IsUpdate(s) || IsTakenAway(s)) && s.Access.Event.Locks.IsEmpty && !s.IsMarked && !s.Member.IsConstruction &&
                s.Member.Kind != MemberKind.Started).ToList();
        if (updates.Count == 0)
            return null;
        List<LockSite> beside = updates
            .Where(s => IsAmidOthers(s, held) && TakesBefore(s, @lock) && !Claims.Cover(s, @lock, held, context)).ToList();
        if (beside.Count > 0)
            return (beside, "which the same member takes for another step");
        List<LockSite> inHelpers = updates.Where(s => IsAlsoHeld(s, held)).ToList();
        if (inHelpers.Count > 0)
            return (inHelpers, "under which others call the same helper");
        return IsForItAlone(field, held, updates) ? (updates, "which is taken for nothing else") : null;
    }

    private static bool IsAmidOthers(LockSite site, IReadOnlyList<LockSite> held) => held.Any(h => h.Changes && h.Member != site.Member);

    /// <summary>A collection is changed, or gone through: what would meet a change in the middle.</summary>
    private static bool BreaksIn(LockSite site) => site.Access.Location.Kind == LocationKind.Content && !site.IsCount &&
        (site.Changes || site.Access.Event.Path?.Base is Value.Held);

    /// <summary>A step of a count that another member makes by the same helper under the lock, and a third one changes it there as well.</summary>
    private static bool IsAlsoHeld(LockSite site, IReadOnlyList<LockSite> held) => site.Access.Event.Twin is not null &&
        held.Any(h => h.Member != site.Member && h.Access.Event.Operation.Syntax == site.Access.Event.Operation.Syntax) &&
        held.Any(h => h.Changes && h.Member != site.Member && h.Access.Event.Operation.Syntax != site.Access.Event.Operation.Syntax);

    /// <summary>An update in a section of the lock that lets others of its kind in, and nothing else keeps them apart.</summary>
    private static bool IsAmongReaders(LockSite site, MemoryLocation @lock) => IsUpdate(site) && !site.IsMarked && !site.Member.IsConstruction &&
        site.Holds(@lock) && site.Locks.All(l => l.IsShared && !l.IsUpgradeable);

    /// <summary>Rests on what was there: what a collection holds, or a value made from the old one.</summary>
    private static bool IsUpdate(LockSite site)
    {
        MemoryEvent change = site.Access.Event;
        if (!change.Changes)
            return false;
        if (site.Access.Location.Kind == LocationKind.Content)
            return change.Path?.Base is Value.Held && change.Operation is not IInvocationOperation { TargetMethod.Name: "Clear" };
        return change.Twin is not null || change.Stored is { } stored && RestsOn(stored, site.Access.Location);
    }

    /// <summary>What was there is kept in a variable, and null put in its place: who does so as well has the same.</summary>
    private static bool IsTakenAway(LockSite site)
    {
        MemberEvent store = site.Access;
        return store.Event is { Kind: EventKind.Store, Twin: null, Stored: Value.Constant { Content: null } } &&
            store.Location.Kind == LocationKind.Field && store.Member.Accesses.Any(
                a => a.Event is { Kind: EventKind.Load, Operation.Parent: ISimpleAssignmentOperation { Target: ILocalReferenceOperation } } &&
                    a.Event.Path!.Equals(store.Event.Path) && a.Event.Locks.IsEmpty && store.Member.Search.Reaches(a.Event.Node, store.Event.Node));
    }

    private static bool RestsOn(Value stored, MemoryLocation location)
    {
        IReadOnlyList<MemoryEvent> sources = stored.Sources();
        return sources.Concat(sources.SelectMany(s => s.Path?.Base?.Sources() ?? System.Array.Empty<MemoryEvent>()))
            .Any(e => e.Location?.MayAlias(location) == true);
    }

    /// <summary>The member has been in a critical section of the lock, and comes from there.</summary>
    private static bool TakesBefore(LockSite site, MemoryLocation @lock) => site.Member.Graph.Events.Any(
        e => e.Locks.Find(@lock) is not null && e.Frame == site.Access.Event.Frame && site.Member.Search.Reaches(e.Node, site.Access.Event.Node));

    /// <summary>The lock is named only where it is held for this location, and there are no fewer such members than breaches.</summary>
    private static bool IsForItAlone(IFieldSymbol @lock, IReadOnlyList<LockSite> held, List<LockSite> updates)
    {
        HashSet<SyntaxNode> keepers = CodeOf(held);
        int breakers = updates.Select(u => u.Access.Event.Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>()).Distinct().Count();
        return breakers <= keepers.Count && @lock.ContainingType.DeclaringSyntaxReferences.SelectMany(r => r.GetSyntax().DescendantTokens())
            .Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == @lock.Name && t.Parent is ExpressionSyntax)
            .All(t => keepers.Any(k => k.Span.Contains(t.Span) && k.SyntaxTree == t.SyntaxTree));
    }

    /// <summary>The members of the source that the places are in, and those that call them.</summary>
    private static HashSet<SyntaxNode> CodeOf(IEnumerable<LockSite> sites)
    {
        var code = new HashSet<SyntaxNode>();
        foreach (LockSite site in sites)
        {
            for (Frame? at = site.Access.Event.Frame; at is not null; at = at.Caller)
            {
                if (site.Access.Event.SiteIn(at).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member)
                    code.Add(member);
            }
        }

        return code;
    }
}
