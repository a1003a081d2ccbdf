using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Lifetimes;
using AioBarrierAnalyzers.Protocol.LockDiscipline;
using AioBarrierAnalyzers.Protocol.Sections;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3002: a condition over guarded state is read outside the critical section that acts on it, and not again inside (2005).</summary>
internal sealed class SplitDecision : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3002_SplitDecision;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (LateAddition late in LateAdditions.Find(context))
        {
            if (context.IsConcerned(late.Look.Event, late.Act.Event))
                yield return Report(late, context);
        }

        foreach (IGrouping<MemberEvent, MissedPulse> missed in MissedPulses.Find(context)
            .Concat(MissedCompletions.Find(context)).GroupBy(m => m.Look))
        {
            if (context.IsConcerned(missed.Key.Event, missed.First().Wait))
                yield return Report(missed.First(), context);
        }

        foreach (Member member in context.World.HasLocks ? context.World.Own : System.Array.Empty<Member>())
        {
            if (member.IsConstruction || member.MayRunAtOnce || member.Method.IsDisposal())
                continue;
            foreach (Guard guard in context.Guards.Of(member))
            {
                if (guard.Load.Event is { Kind: EventKind.Load } look && !look.Locks.HasUnknown && SplitActs.Of(guard, context) is var (act, @lock) &&
                    context.IsConcerned(look, act.Event))
                {
                    yield return Report(guard.Load, act, @lock, context);
                }
            }

            foreach ((MemberEvent look, MemberEvent act, MemoryLocation @lock) in
                StaleKeys.In(member, context).Concat(KeptTwice.In(member, context)).Concat(LateIdling.In(member, context)))
            {
                if (context.IsConcerned(look.Event, act.Event))
                    yield return Report(look, act, @lock, context);
            }
        }

        if (!context.World.HasLocks)
            yield break;
        foreach (OvertakenAct late in OvertakenActs.Find(context))
        {
            if (context.IsConcerned(late.Decision.Event, late.Act.Event))
                yield return Report(late, context);
        }

        foreach (FreedBehindCheck freed in FreedBehindChecks.Find(context))
        {
            if (context.IsConcerned(freed.Check!.Event, freed.Use!))
                yield return Report(freed, context);
        }
    }

    private Finding Report(LateAddition late, ProtocolContext context) => new(
        Descriptor,
        Asked(late.Look.Event, late.Act.Event, context) ?? context.SiteOf(late.Look),
        new EditHint(nameof(EditKind.None), late.Look.Location.Name),
        late.Act.Event.Operation.Syntax,
        new[] { late.Closing.Event.Operation.Syntax, late.Drain.Event.Operation.Syntax },
        late.Look.Location.Name,
        "one step",
        $"{ProtocolContext.Describe(late.Closing)} can set it, and {ProtocolContext.Describe(late.Drain)} {(late.IsOfCollection ? "empty" : "look at")} " +
            $"'{late.Act.Location.Name}' for the last time, before line {ProtocolContext.LineOf(late.Act.Event.Operation.Syntax)} " +
            $"{(late.IsOfCollection ? "adds" : "stores")} to it");

    private Finding Report(OvertakenAct late, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(late.Decision),
        new EditHint(nameof(EditKind.None), late.Decision.Location.Name),
        late.Act.Event.Operation.Syntax,
        new[] { late.Opposite.Event.Operation.Syntax, late.OppositeAct.Event.Operation.Syntax },
        late.Decision.Location.Name,
        InOne(late.Lock),
        $"{ProtocolContext.Describe(late.Opposite)} can decide the other way behind it and still store '{late.Act.Location.Name}' before line " +
            $"{ProtocolContext.LineOf(late.Act.Event.Operation.Syntax)} does");

    /// <summary>A property, or a method that says yes or no to others as well, is as good as what it shows: who asks it decides.</summary>
    private static SyntaxNode? Asked(MemoryEvent look, MemoryEvent act, ProtocolContext context) =>
        look.Frame.Method is { MethodKind: MethodKind.PropertyGet } or
            { DeclaredAccessibility: not Accessibility.Private, ReturnType.SpecialType: SpecialType.System_Boolean } &&
        ProtocolContext.SiteBeside(look, act) is var beside && context.IsOwn(beside) ? beside : null;

    private Finding Report(MissedPulse missed, ProtocolContext context) => new(
        Descriptor,
        Asked(missed.Look.Event, missed.Wait, context) ?? context.SiteOf(missed.Look),
        new EditHint(nameof(EditKind.None), missed.Look.Location.Name),
        missed.Wait.Operation.Syntax,
        new[] { missed.Change.Event.Operation.Syntax },
        missed.Look.Location.Name,
        InOne(missed.Lock),
        missed.Wait.Writes
            ? $"{ProtocolContext.Describe(missed.Change)} can change it and look for whoever waits before line " +
                $"{ProtocolContext.LineOf(missed.Wait.Operation.Syntax)} leaves something to wait by, and nobody completes that"
            : $"{ProtocolContext.Describe(missed.Change)} can change it and pulse before line {ProtocolContext.LineOf(missed.Wait.Operation.Syntax)} waits, " +
                "and nobody pulses again");

    private Finding Report(FreedBehindCheck freed, ProtocolContext context)
    {
        (MemberEvent check, MemoryEvent use) = (freed.Check!, freed.Use!);
        LockedStep? step = LockedSteps.Around(check.Member, check.Event.CommonFrame(use), new[] { check.Event, use }, freed.Lock, context, freed.Flag);
        return new Finding(
            Descriptor,
            context.SiteOf(check),
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), check.Location.Name),
            step?.Lock ?? use.Operation.Syntax,
            new[] { use.Operation.Syntax, freed.GiveBack.Operation.Syntax },
            check.Location.Name,
            InOne(freed.Lock),
            $"{ProtocolContext.Describe(freed.Flag.Member, freed.GiveBack.Operation.Syntax)} can free what '{freed.Resource.Name}' leads to before line " +
                $"{ProtocolContext.LineOf(use.Operation.Syntax)} uses it")
        {
            Step = step,
        };
    }

    private Finding Report(MemberEvent look, MemberEvent act, MemoryLocation @lock, ProtocolContext context)
    {
        LockSite? rival = LockVotes.In(context).SitesOf(look.Location).Where(s => s.Changes && s.Holds(@lock))
            .OrderBy(s => s.Member == act.Member).ThenBy(s => act.Event.TakesOut && !s.Access.Event.TakesOut).FirstOrDefault();
        LockedStep? step = LockedSteps.Around(act.Member, look.Event.CommonFrame(act.Event), new[] { look.Event, act.Event }, @lock, context);
        IEnumerable<SyntaxNode> others = rival is null ? System.Array.Empty<SyntaxNode>() : new[] { rival.Access.Event.Operation.Syntax };
        return new Finding(
            Descriptor,
            Asked(look.Event, act.Event, context) ?? context.SiteOf(look),
            new EditHint(step is null ? nameof(EditKind.None) : nameof(EditKind.WrapInLock), look.Location.Name),
            step?.Lock ?? act.Event.Operation.Syntax,
            (step is null ? others : others.Prepend(act.Event.Operation.Syntax)).ToArray(),
            look.Location.Name,
            InOne(@lock),
            $"{(rival is null || rival.Member == act.Member ? "another thread" : ProtocolContext.Describe(rival.Access))} can change it before line " +
                $"{ProtocolContext.LineOf(act.Event.Operation.Syntax)} acts on it")
        {
            Step = step,
        };
    }

    private static string InOne(MemoryLocation @lock) => $"in one critical section of '{LockObjects.NameOf(@lock)}'";
}
