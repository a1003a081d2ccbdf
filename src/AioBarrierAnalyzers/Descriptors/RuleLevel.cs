using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Descriptors;

/// <summary>What a rule promises about false alarms. Every descriptor states one; severities follow from it.</summary>
internal enum RuleLevel
{
    /// <summary>An expert who reads the finding would change the code: <see cref="DiagnosticSeverity.Warning"/>, on by default.</summary>
    Warning,

    /// <summary>Usually right, or right but harmless at times: <see cref="DiagnosticSeverity.Info"/>, on by default.</summary>
    Info,

    /// <summary>Cannot keep its promise on ordinary code yet: off by default.</summary>
    OffByDefault,
}
