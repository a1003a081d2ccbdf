using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Tests.Options;

/// <summary>Options of a host that answers for single keys and cannot list them.</summary>
internal sealed class UnlistedOptions : AnalyzerConfigOptions
{
    public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        value = key == "aio_barrier.required_evidence" ? "marked" : null;
        return value is not null;
    }
}
