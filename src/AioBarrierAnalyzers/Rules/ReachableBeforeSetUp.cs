using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Decisions;
using AioBarrierAnalyzers.Protocol.Lifetimes;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3007: an object is put where others find it, and set up only then (2014, <c>ioctx_alloc</c>).</summary>
internal sealed class ReachableBeforeSetUp : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3007_ReachableBeforeSetUp;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (IGrouping<SyntaxNode, EarlyPublication> group in EarlyPublications.Find(context).Concat(PooledResets.Find(context))
            .GroupBy(f => f.Publish.Operation.Syntax))
        {
            EarlyPublication first = group.First();
            EarlyPublication last = group.OrderBy(f => f.SetUp.Event.Node).Last();
            if (!context.IsConcerned(first.Publish, first.SetUp.Event))
                continue;
            yield return new Finding(
                Descriptor,
                IsByBase(first) ? ProtocolContext.SiteBeside(first.SetUp.Event, first.Publish) : context.OwnSiteBeside(first.Publish, first.SetUp.Event),
                new EditHint(first.Publish.Writes && !IsByBase(first) ? nameof(EditKind.MoveStore) : nameof(EditKind.None), NameOf(first)),
                ProtocolContext.SiteBeside(last.SetUp.Event, last.Publish),
                Partners(first),
                NameOf(first),
                Publication(first.Publish),
                ProtocolContext.Describe(first.Use),
                Stores.IsClear(first.SetUp.Event) ? "cleared" : first.SetUp.Location.Kind == Accesses.LocationKind.Content ? "filled" : "set");
        }
    }

    /// <summary>The constructor of a base lets others have the object: what comes too late is what the constructor of the type does.</summary>
    private static bool IsByBase(EarlyPublication found) => found.Publish.Frame != found.SetUp.Event.Frame &&
        found.Publish.Frame is { Method.MethodKind: MethodKind.Constructor, Caller: not null };

    /// <summary>The elements of a new array go by the place that it was stored to.</summary>
    private static string NameOf(EarlyPublication found) => found.SetUp.Location.NamingSymbol is null && found.Publish.Location is { } holder
        ? new MemoryLocation(found.SetUp.Location.Kind, null, holder).Name
        : found.SetUp.Location.Name;

    private static SyntaxNode[] Partners(EarlyPublication found) => found.Load is null
        ? new[] { found.Use.Event.Operation.Syntax }
        : new[] { found.Load.Event.Operation.Syntax, found.Use.Event.Operation.Syntax };

    private static string Publication(MemoryEvent publish) => publish switch
    {
        { Location: { } table } => $"stored to '{table.Name}'",
        { Kind: EventKind.Start } => "given to a thread",
        _ => "subscribed to an event",
    };
}
