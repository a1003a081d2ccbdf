namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What markup in a source means.</summary>
public enum MarkupMode
{
    /// <summary>The text is taken as it stands.</summary>
    None,

    /// <summary>Markup is removed and expects nothing.</summary>
    Ignore,

    /// <summary>Markup is removed; it expects only diagnostics that the fixer does not fix.</summary>
    IgnoreFixable,

    /// <summary>Every mark expects a diagnostic.</summary>
    Allow,
}
