using System.Collections.Generic;
using AioBarrierAnalyzers.Protocol;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Rules;

/// <summary>A rule that judges the protocol of a type. It only names what the engine found; it keeps no state.</summary>
internal interface IProtocolRule
{
    DiagnosticDescriptor Descriptor { get; }

    IEnumerable<Finding> Examine(ProtocolContext context);
}
