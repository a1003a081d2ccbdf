using System.Collections.Immutable;

namespace AioBarrierAnalyzers.Options;

/// <summary>The keys that are read from .editorconfig and from global analyzer configuration files. Each has a section in docs/configuration.md.</summary>
internal static class OptionKeys
{
    /// <summary>What every key of ours starts with; any other key with this prefix is a mistake.</summary>
    public const string Prefix = "aio_barrier.";

    /// <summary>An <see cref="EvidenceLevel"/>.</summary>
    public const string RequiredEvidence = Prefix + "required_evidence";

    /// <summary>Names of methods that are a full fence.</summary>
    public const string FenceMethods = Prefix + "fence_methods";

    /// <summary>Names of members whose value says whether somebody waits.</summary>
    public const string WaiterCheckNames = Prefix + "waiter_check_names";

    /// <summary>Names of methods that wake or schedule somebody.</summary>
    public const string WakeMethods = Prefix + "wake_methods";

    /// <summary>Names of fields and properties that publish or guard data.</summary>
    public const string GuardNames = Prefix + "guard_names";

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<string> All = ImmutableArray.Create(
        RequiredEvidence,
        FenceMethods,
        WaiterCheckNames,
        WakeMethods,
        GuardNames);
}
