using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

internal sealed class TornDownBeforeDisconnected : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3006_TornDownBeforeDisconnected;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        yield break;
    }
}
