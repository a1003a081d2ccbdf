using System;
using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.CheckThenAct;
using AioBarrierAnalyzers.Sharing;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2007: a shared location is tested, or changed, and then read again as if it could not have changed since (2005).</summary>
internal sealed class ReadTwice : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2007_ReadTwice;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Reread reread in Rereads.Find(context).Concat(SwappedArrays.Find(context)))
        {
            MemoryEvent test = reread.First.Event;
            if (!context.BringsTogether(test, reread.Again.Event))
                continue;
            string other = reread.Change is null ? "a subscriber" : ProtocolContext.Describe(reread.Change);
            yield return new Finding(
                Descriptor,
                Site(reread.Again.Event, test, context),
                new EditHint(test.Frame == reread.Again.Event.Frame ? nameof(EditKind.ReadOnce) : nameof(EditKind.None), reread.Again.Location.Name),
                Site(test, reread.Again.Event, context),
                reread.Change is null ? Array.Empty<SyntaxNode>() : new[] { reread.Change.Event.Operation.Syntax },
                reread.Again.Location.Name,
                "tested",
                $"{other} can {Deed(reread)} between the two reads");
        }

        foreach (Reread entry in VanishedEntries.Find(context))
        {
            if (context.IsConcerned(entry.First.Event, entry.Again.Event))
                yield return Report(entry, context);
        }

        foreach ((MemberEvent copy, MemberEvent rival) in CountedLooks.Find(context))
        {
            if (context.IsConcerned(copy.Event, copy.Event))
                yield return Report(copy, rival, context);
        }

        foreach ((MemberEvent update, MemberEvent again) in ForgottenResults.Find(context))
        {
            if (!context.IsConcerned(update.Event, again.Event))
                continue;
            yield return new Finding(
                Descriptor,
                context.SiteOf(again),
                new EditHint(nameof(EditKind.None), again.Location.Name),
                context.SiteOf(update),
                new[] { update.Event.Operation.Syntax },
                again.Location.Name,
                $"changed atomically in line {ProtocolContext.LineOf(context.SiteOf(update))}",
                "of two threads that change it one after the other both can then find the same, and both act on it, or neither finds what it looks for");
        }

        foreach ((MemberEvent store, MemberEvent again, MemberEvent rival) in ReplacedObjects.Find(context))
        {
            if (context.IsConcerned(store.Event, again.Event))
                yield return Report(store, again, rival, context);
        }
    }

    /// <summary>
    /// A property that shows the location is as good as the location: the reads are where the property is asked. So is a method in which one and the same
    /// statement makes both.
    /// </summary>
    private static SyntaxNode Site(MemoryEvent read, MemoryEvent other, ProtocolContext context)
    {
        Frame common = read.CommonFrame(other);
        Frame at = read.Frame;
        bool isOne = read.Operation.Syntax == other.Operation.Syntax;
        while (at != common && at.Caller is { } caller && (isOne || at.Method.MethodKind == MethodKind.PropertyGet))
            at = caller;
        SyntaxNode site = read.SiteIn(at);
        return context.IsOwn(site) ? site : context.SiteOf(read);
    }

    private Finding Report(Reread entry, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(entry.Again),
        new EditHint(nameof(EditKind.None), entry.Again.Location.Name),
        context.SiteOf(entry.First),
        new[] { entry.Change!.Event.Operation.Syntax },
        entry.Again.Location.Name,
        "asked for an entry",
        $"{ProtocolContext.Describe(entry.Change)} can take it out in between, and there is none any more to be read");

    private Finding Report(MemberEvent copy, MemberEvent rival, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(copy),
        new EditHint(context.IsOwn(copy.Event) ? nameof(EditKind.CopyFirst) : nameof(EditKind.None), copy.Location.Name),
        CountedCopies.SourceOf(copy.Event.Operation)!.Syntax,
        new[] { rival.Event.Operation.Syntax },
        copy.Location.Name,
        "asked for its count by the call",
        (rival.Member == copy.Member ? "another thread that is here too" : ProtocolContext.Describe(rival)) +
            $" can {(rival.Event.TakesOut ? "take an entry out" : "add an entry")} before it is copied, and the copy " +
            (rival.Event.TakesOut ? "ends with an empty one" : "throws"));

    private Finding Report(MemberEvent store, MemberEvent again, MemberEvent rival, ProtocolContext context) => new(
        Descriptor,
        context.SiteOf(again),
        new EditHint(nameof(EditKind.None), again.Location.Name),
        context.SiteOf(store),
        new[] { rival.Event.Operation.Syntax },
        again.Location.Name,
        $"stored under a lock in line {ProtocolContext.LineOf(context.SiteOf(store))}",
        (rival.Member == store.Member ? "another thread that is here too" : ProtocolContext.Describe(rival)) +
            " can have disposed of it and put something else there");

    private static string Deed(Reread reread) => reread.Change is not { } change || change.Location.Kind == Accesses.LocationKind.Handlers
        ? "remove the last handler"
        : reread.Again.Event.Operation.Type is IArrayTypeSymbol && change.Event.Stored is not Value.Constant
        ? "put a shorter array there"
        : "store " + ((change.Event.Stored as Value.Constant)?.Content ?? "null");
}
