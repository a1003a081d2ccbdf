using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;
using LocationKind = AioBarrierAnalyzers.Accesses.LocationKind;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3001: a location that a lock guards in most places is used without it where that matters (2005, 2014).</summary>
internal sealed class UnguardedAccess : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3001_UnguardedAccess;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach ((MemberEvent store, MemberEvent other) in ReplacedLocks.Find(context))
        {
            if (context.IsOwn(store.Event))
                yield return Report(store, other);
        }

        foreach (Discipline discipline in ChosenCollections.Find(context))
        {
            foreach (LockSite site in discipline.Open)
            {
                if (Rival(site, discipline) is { } rival && context.IsOwn(Shown(site, discipline).Node))
                    yield return Report(site, discipline, rival, context);
            }
        }

        foreach (MemoryLocation location in LockVotes.In(context).Locations)
        {
            if (LockVotes.In(context).Of(location) is not { } discipline)
            {
                if (DividedLocks.Of(location, context) is { } pair && context.IsOwn(pair.Site.Access.Event))
                    yield return Report(pair.Site, pair.Discipline, pair.Other, context);
                continue;
            }

            foreach (LockSite site in discipline.Open)
            {
                if (Matters(site, discipline, context) && Rival(site, discipline) is { } rival && context.IsOwn(Shown(site, discipline).Node))
                    yield return Report(site, discipline, rival, context);
            }

            if (discipline.Purpose is not null)
                continue;
            foreach (Finding escape in EscapedCollections.Of(discipline, context).Select(e => ReportEscape(e.View, e.Use, discipline)))
                yield return escape;
        }
    }

    /// <summary>
    /// A change always matters, a read where it can meet a collection that is being changed, or comes too late. A single word may be read as a hint.
    /// </summary>
    private static bool Matters(LockSite site, Discipline discipline, ProtocolContext context)
    {
        if (site.IsMarked)
            return false;
        if (site.Changes || discipline.IsDeclared)
            return true;
        return (site.Access.Location.Kind == LocationKind.Content && !site.IsCount) || DelayedReads.Is(site, discipline, context);
    }

    /// <summary>
    /// A place under the lock that this one does not keep apart from; one that changes the location, unless this one does. It may be the same place, where
    /// several readers are let in.
    /// </summary>
    private static LockSite? Rival(LockSite site, Discipline discipline) =>
        discipline.Held.Where(h => (h.Changes || site.Changes) && h.Access.Event.Operation.Syntax != site.Access.Event.Operation.Syntax && !site.IsApartFrom(h))
            .OrderByDescending(h => h.Changes).ThenBy(h => h.Member == site.Member).FirstOrDefault()
        ?? discipline.Held.FirstOrDefault(h => h.Changes && h.Member != site.Member && !site.IsApartFrom(h))
        ?? (site.Holds(discipline.Lock) && !site.IsApartFrom(site) ? site : null);

    /// <summary>The access; in a helper that others call with the lock, the call that comes without it.</summary>
    private static (SyntaxNode Node, Frame Frame) Shown(LockSite site, Discipline discipline)
    {
        MemoryEvent access = site.Access.Event;
        Frame at = access.Frame;
        while (at.Caller is { } caller && discipline.Held.Any(h => h.Access.Event.Operation.Syntax == access.Operation.Syntax))
            at = caller;
        return (access.SiteIn(at), at);
    }

    private Finding Report(LockSite site, Discipline discipline, LockSite rival, ProtocolContext context)
    {
        bool isReader = site.Changes && site.Holds(discipline.Lock);
        bool isInOther = !isReader && site.Locks.Any(l => LockObjects.MayExclude(l.Location, context.World));
        string how = (site.Changes ? "changed" : "read") + (isReader ? " under a mere reader's hold of" : isInOther ? " under another lock than" : " without");
        string why = discipline.IsDeclared ? "which an attribute names as its lock"
            : discipline.Purpose ?? (discipline.Held.Count > discipline.Open.Count ? Count(discipline) : "so that the two do not keep each other out");
        bool isDelayed = DelayedReads.Is(site, discipline, context);
        string other = $"{ProtocolContext.Describe(rival.Access)} can {(rival.Changes ? "change" : "read")} it " +
            (isDelayed ? "before the thread that was started for it gets here" : "at the same time");
        (SyntaxNode shown, Frame frame) = Shown(site, discipline);
        LockedStep? step = isReader || isInOther || isDelayed
            ? null
            : LockedSteps.Around(site.Member, frame, new[] { site.Access.Event }, discipline.Lock, context);
        return new Finding(
            Descriptor,
            shown,
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), site.Access.Location.Name),
            step?.Lock,
            discipline.Held.Select(h => h.Access.Event.Operation.Syntax).Distinct().Take(3).ToArray(),
            (site.Access.Location.NamingSymbol is null ? discipline.Location : site.Access.Location).Name,
            how,
            NameOf(discipline.Lock),
            why,
            other)
        {
            Step = step,
        };
    }

    private Finding Report(MemberEvent store, MemberEvent other) => new(
        Descriptor,
        store.Event.Operation.Syntax,
        new EditHint(nameof(EditKind.None), store.Location.Name),
        null,
        new[] { other.Event.Operation.Syntax },
        store.Location.Name,
        "given another object under the lock on",
        store.Location.Name,
        "which is the old one",
        $"{ProtocolContext.Describe(other)} can take the new one while another thread goes on with the old one");

    private Finding ReportEscape(SyntaxNode at, SyntaxNode? use, Discipline discipline)
    {
        LockSite change = discipline.Held.First(h => h.Changes);
        return new Finding(
            Descriptor,
            at,
            new EditHint(nameof(EditKind.None), discipline.Location.Name),
            use,
            new[] { change.Access.Event.Operation.Syntax },
            discipline.Location.Name,
            use is null ? "handed out to be read without" : "kept to be read without",
            NameOf(discipline.Lock),
            Count(discipline),
            $"{ProtocolContext.Describe(change.Access)} can change it while " +
                (use is null ? "the caller goes through it" : $"line {ProtocolContext.LineOf(use)} goes through it"));
    }

    private static string Count(Discipline discipline) =>
        $"which {discipline.Held.Select(s => s.Access.Event.Operation.Syntax).Distinct().Count()} of {Places(discipline)} accesses hold";

    /// <summary>A helper that several members call is one place; a call of it without the lock is another.</summary>
    private static int Places(Discipline discipline) =>
        discipline.Held.Select(s => s.Access.Event.Operation.Syntax).Concat(discipline.Open.Select(s => Shown(s, discipline).Node)).Distinct().Count();

    private static string NameOf(MemoryLocation @lock) => @lock.Kind == LocationKind.This ? "the lock on " + @lock.Symbol?.Name : @lock.Name;
}
