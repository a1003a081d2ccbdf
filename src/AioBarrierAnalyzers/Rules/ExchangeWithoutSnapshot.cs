using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Updates;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO2006: a compare-exchange whose comparand and new value come from different reads (2015).</summary>
internal sealed class ExchangeWithoutSnapshot : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO2006_ExchangeWithoutSnapshot;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Member member in context.World.Own.Where(m => !m.IsConstruction))
        {
            foreach (MemberEvent exchange in member.Accesses)
            {
                if (exchange.Event is not { Kind: EventKind.ReadModifyWrite, Comparand: not null, IsConcurrentCollection: false } ||
                    IsExcluded(exchange, context) ||
                    Exclusion.IsBehindAtomicLock(exchange, exchange))
                {
                    continue;
                }

                var snapshots = new Snapshots(exchange, context);
                if (snapshots.StrayRead() is { } stray && context.IsConcerned(exchange.Event, stray))
                    yield return Report(exchange, exchange,
                        stray, "its new value rests on another read than its comparand, so that it succeeds although another thread has stored in between",
                        context);
                else if (snapshots.TestedRead() is { } tested && context.IsConcerned(exchange.Event, tested))
                    yield return Report(exchange, exchange, tested, "what it replaces is not what was tested, but what a second read found", context);
                if (snapshots.WriteBack() is { } back && context.IsConcerned(exchange.Event, back.Event))
                    yield return Report(back, exchange, exchange.Event, "nobody looks whether it succeeded, and this store does it in any case", context);
            }
        }
    }

    private Finding Report(MemberEvent at, MemberEvent exchange, MemoryEvent read, string harm, ProtocolContext context) => new(
        Descriptor, context.SiteOf(at), new EditHint(at == exchange ? nameof(EditKind.Snapshot) : nameof(EditKind.None), exchange.Location.Name),
        null, new[] { read.Operation.Syntax }, exchange.Location.Name, harm);

    /// <summary>Every other store is made under a lock that is held here.</summary>
    private static bool IsExcluded(MemberEvent exchange, ProtocolContext context) => !exchange.Event.Locks.IsEmpty &&
        context.World.AccessesOf(exchange.Location).All(a => !a.Event.Writes || a.Event.Locks.Excludes(exchange.Event.Locks));
}
