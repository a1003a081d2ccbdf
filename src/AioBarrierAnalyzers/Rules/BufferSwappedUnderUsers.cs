using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

internal sealed class BufferSwappedUnderUsers : IProtocolRule
{
    public DiagnosticDescriptor Descriptor => Descriptors.Descriptors.AIO3004_BufferSwappedUnderUsers;

    public IEnumerable<Finding> Examine(ProtocolContext context)
    {
        yield break;
    }
}
