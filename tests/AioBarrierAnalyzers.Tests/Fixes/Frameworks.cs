using System;
using Microsoft.CodeAnalysis.Testing;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>The frameworks that the edits are tried on.</summary>
internal static class Frameworks
{
    public static ReferenceAssemblies Named(string name) => name switch
    {
        "net472" => ReferenceAssemblies.NetFramework.Net472.Default,
        "netstandard2.0" => ReferenceAssemblies.NetStandard.NetStandard20,
        "net8.0" => ReferenceAssemblies.Net.Net80,
        "net10.0" => ReferenceAssemblies.Net.Net100,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such framework."),
    };
}
