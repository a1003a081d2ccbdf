using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AioBarrierAnalyzers.Options;

/// <summary>
/// What a user can say about the analysis, beside severities. Read once for each set of options that the host hands out; depends on nothing else.
/// </summary>
internal sealed class BarrierOptions
{
    private static readonly ConditionalWeakTable<AnalyzerConfigOptions, BarrierOptions> Cache = new();

    private BarrierOptions(OptionReader reader)
    {
        RequiredEvidence = reader.Evidence(OptionKeys.RequiredEvidence);
        FenceMethods = reader.Names(OptionKeys.FenceMethods);
        WaiterCheckNames = reader.Names(OptionKeys.WaiterCheckNames);
        WakeMethods = reader.Names(OptionKeys.WakeMethods);
        GuardNames = reader.Names(OptionKeys.GuardNames);
        reader.UnknownKeys();
        Problems = reader.Problems;
    }

    /// <summary>The weakest evidence that is enough for a finding.</summary>
    public EvidenceLevel RequiredEvidence { get; }

    /// <summary>More methods that are a full fence: <c>Name</c> or <c>Type.Name</c>, like all names here.</summary>
    public ImmutableHashSet<string> FenceMethods { get; }

    /// <summary>More members whose value says whether somebody waits.</summary>
    public ImmutableHashSet<string> WaiterCheckNames { get; }

    /// <summary>More methods that wake or schedule somebody.</summary>
    public ImmutableHashSet<string> WakeMethods { get; }

    /// <summary>More fields and properties that publish or guard data.</summary>
    public ImmutableHashSet<string> GuardNames { get; }

    /// <summary>What could not be understood; the defaults hold there.</summary>
    public ImmutableArray<OptionProblem> Problems { get; }

    /// <summary>Reads the options of a syntax tree, or the global ones.</summary>
    public static BarrierOptions Read(AnalyzerConfigOptions options) =>
        Cache.GetValue(options, static key => new BarrierOptions(new OptionReader(key)));
}
