using System.Collections.Generic;
using System.Linq;
using AioBarrierAnalyzers.Accesses;
using AioBarrierAnalyzers.Protocol;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>AIO3007: an object is put where other threads find it, and set up afterwards (2014, the set-up half).</summary>
internal sealed class ReachableBeforeSetUp : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3007_ReachableBeforeSetUp;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        foreach (IGrouping<MemoryEvent, LateSetUp> late in LateSetUps.Find(context).GroupBy(l => l.Publication))
        {
            LateSetUp first = late.First();
            LateSetUp last = late.OrderBy(l => l.SetUp.Node).Last();
            MemoryEvent publication = late.Key;
            if (!context.IsConcerned(publication, last.SetUp))
                continue;
            bool isStart = publication.Kind == EventKind.Start;
            string where = isStart ? "handed to another thread" : $"put into '{publication.Location!.Name}'";
            string what = first.SetUp.Location!.Name;
            yield return new Finding(
                Descriptor,
                ProtocolContext.SiteBeside(publication, last.SetUp),
                new EditHint(nameof(EditKind.MoveStore), isStart ? what : publication.Location!.Name),
                ProtocolContext.SiteBeside(last.SetUp, publication),
                late.Select(l => l.Use).Distinct().ToArray(),
                where,
                what,
                $"{ProtocolContext.Describe(first.User, first.Use)} can use the object meanwhile, and see '{what}' unset");
        }
    }
}
