using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using AioBarrierAnalyzers.Protocol.Lifetimes;
using AioBarrierAnalyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3006: memory is given back while something still leads other threads to it (2014, <c>aio_free_ring</c>).</summary>
internal sealed class TornDownBeforeDisconnected : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3006_TornDownBeforeDisconnected;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (Teardown teardown in Teardowns.Find(context).Concat(CarriedMemory.Find(context)).Concat(EarlyDisposals.Find(context)))
        {
            MemoryEvent other = teardown.Disconnect ?? teardown.GiveBack;
            SyntaxNode site = ProtocolContext.SiteBeside(teardown.GiveBack, other);
            if (!context.IsOwn(site))
                site = context.SiteOf(teardown.GiveBack);
            if (!context.IsOwn(site))
                continue;
            yield return new Finding(
                Descriptor,
                site,
                new EditHint(
                    teardown.Disconnect is null || teardown.IsBehindWait ? nameof(EditKind.None) : nameof(EditKind.MoveBehind), teardown.Resource),
                teardown.Disconnect is null ? null : ProtocolContext.SiteBeside(other, teardown.GiveBack),
                new[] { teardown.Use.Event.Operation.Syntax },
                teardown.Resource,
                Reason(teardown),
                ProtocolContext.Describe(teardown.Use));
        }
    }

    private static string Reason(Teardown teardown) =>
        teardown.IsCarriedOut ? "what is read of it under the lock is used behind the end of that"
        : teardown.IsBehindWait ? "those who come in behind the wait still find it in its place"
        : teardown.Disconnect is { Location: { } way } ? $"'{way.Name}' still leads to it"
        : teardown.Use.Member.Kind == MemberKind.Started ? "the code that was started with it may still run"
        : "a reader may have it from before the exchange";
}
